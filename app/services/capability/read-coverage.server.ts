import { buildFlagSubjects } from '#app/domain/capability/build-flag-subjects.ts';
import { type CoverageRow, coverageRows } from '#app/domain/capability/coverage-rows.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';
import { readCapabilityFacts } from './read-capability-facts.server.ts';
import { coverageHorizonDays } from './coverage-horizon.ts';

/** A rule as the coverage page shows it; who covers it is left out for a reader who may not see ratings. */
export type CoverageLine = Pick<CoverageRow, 'rule' | 'actual' | 'status' | 'ends' | 'blindSpot'> & {
  people: CoverageRow['people'] | null;
};

/**
 * The coverage rules of a team and the teams under it as they are now, each with who covers it on an ISO date (default: today) and when a known
 * leaving date breaks it. An administrator sees the rules and how many, not who. Throws 404 for an
 * unknown team, 403 where the viewer may not see its rules.
 * A look at who covers it is recorded.
 */
export async function readCoverage(
  context: Context,
  teamId: string,
  asOf = todayOf(context),
): Promise<{ team: TeamPlace; asOf: string; rows: CoverageLine[] }> {
  const team = await readTeam(context, teamId);
  authorise(context, 'read-coverage', { teamId });
  const mayName = isPermitted(context.viewer, 'read-ratings', { teamId });
  const rows = await context.db.transaction(async (tx) => {
    const { people, skills, rules, reviewPeriodDays } = await readCapabilityFacts(within(context, tx), team, asOf);
    const found = coverageRows({
      asOf,
      horizonDays: coverageHorizonDays,
      teams: team.tree.filter((node) => team.subtreeIds.includes(node.id)),
      skills,
      rules,
      subjects: buildFlagSubjects(people, { asOf, reviewPeriodDays }),
    });
    const named = new Set(found.flatMap((row) => row.people.map((person) => person.id)));
    if (mayName) await recordRatingsView(tx, context, { page: 'coverage', teamId, asOf, people: named.size });
    return found;
  });
  return {
    team,
    asOf,
    rows: rows.map(({ rule, actual, status, ends, blindSpot, people: covering }) => ({
      rule,
      actual,
      status,
      ends: mayName ? ends : null,
      blindSpot,
      people: mayName ? covering : null,
    })),
  };
}
