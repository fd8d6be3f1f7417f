import { asc, eq } from 'drizzle-orm';
import type { ScoringRules } from '#app/domain/assessment/scoring/scoring-rules.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { scoringScheme } from '#db/schema/index.ts';

export interface Scheme {
  id: string;
  name: string;
  rules: ScoringRules;
  isOn: boolean;
  revision: number;
}

/** The organisation's scoring schemes, by name. Throws 403 where the viewer may not manage them. */
export async function readSchemes(context: Context): Promise<Scheme[]> {
  authorise(context, 'manage-scoring');
  return context.db.transaction((tx) =>
    tx
      .select({ id: scoringScheme.id, name: scoringScheme.name, rules: scoringScheme.rules, isOn: scoringScheme.isOn, revision: scoringScheme.revision })
      .from(scoringScheme)
      .where(eq(scoringScheme.organisationId, context.db.organisationId))
      .orderBy(asc(scoringScheme.name)),
  );
}
