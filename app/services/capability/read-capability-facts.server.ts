import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import type { CoverageRule } from '#app/domain/capability/flag.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { type LevelName, readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import { rowsOf } from '#db/tenant.ts';
import { readCoverageRules } from './read-coverage-rules.server.ts';
import { readPeopleFacts } from './read-people-facts.server.ts';

/** Everything that the heatmaps, flags and reports of a team subtree are worked out from. */
export interface CapabilityFacts {
  people: PersonFacts[];
  skills: MatrixSkill[];
  rules: CoverageRule[];
  /** Days after which an agreed level counts as stale. */
  reviewPeriodDays: number;
  levelName: LevelName;
}

const periodQuery = 'select review_period_days as days from organisation where id = $1';

/**
 * Reads, in one transaction, what is known of a team subtree on a date. Every screen and the API start
 * here, so that a number that two of them show is the same number. The caller has authorised the team.
 */
export async function readCapabilityFacts(context: Context, team: TeamPlace, asOf: string): Promise<CapabilityFacts> {
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const content = readAdoptedContent(tx, context.db.organisationId);
    const [adopted, people, rules, [settings]] = await Promise.all([
      content,
      readPeopleFacts(inside, team.subtreeIds, asOf, content),
      readCoverageRules(inside, team, content),
      rowsOf<{ days: number }>(tx, { text: periodQuery, values: [context.db.organisationId] }),
    ]);
    return {
      people,
      skills: [...adopted.skills.values()].map(({ id, key, name }) => ({ id, key, name })),
      rules,
      reviewPeriodDays: settings?.days ?? 365,
      levelName: adopted.levelName,
    };
  });
}
