import { randomUUID } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { scoringScheme } from '#db/schema/index.ts';
import type { SchemeInput } from './scheme-input.ts';

/** Adds a scoring scheme. It is off, and scores nobody, until it is switched on. Throws 403 where the viewer may not manage them. */
export async function addScheme(context: Context, { name, rules }: SchemeInput): Promise<Outcome<{ schemeId: string }>> {
  authorise(context, 'manage-scoring');
  const organisationId = context.db.organisationId;
  const schemeId = randomUUID();
  try {
    await context.db.transaction(async (tx) => {
      await tx.insert(scoringScheme).values({ organisationId, id: schemeId, name, rules, createdAt: context.now });
      await recordAudit(tx, context, { action: 'scoring-scheme.add', subjectKind: 'scoring-scheme', subjectId: schemeId, detail: { name, rules } });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'scoring_scheme_name')) return refused('name', 'There is a scheme of this name: choose another');
    throw error;
  }
  return done({ schemeId });
}
