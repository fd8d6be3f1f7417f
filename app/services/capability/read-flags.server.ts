import { buildFlagSubjects } from '#app/domain/capability/build-flag-subjects.ts';
import { type CoverageRow, coverageRows } from '#app/domain/capability/coverage-rows.ts';
import { findFlags } from '#app/domain/capability/find-flags.ts';
import type { FlagFacts } from '#app/domain/capability/flag-facts.ts';
import type { Flag } from '#app/domain/capability/flag.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';
import { coverageHorizonDays } from './coverage-horizon.ts';
import { readCapabilityFacts } from './read-capability-facts.server.ts';

export interface TeamFlags {
  team: TeamPlace;
  asOf: string;
  facts: FlagFacts;
  /** Worst first. */
  flags: Flag[];
  /** Every rule of the subtree with who covers it. */
  coverage: CoverageRow[];
}

/**
 * What asks for action in a team and the teams under it, as of an ISO date (default: today).
 * Throws 404 for an unknown team, 403 where the viewer may not see its flags. The look at its people is
 * recorded as one at `page`.
 */
export async function readFlags(context: Context, input: { teamId: string; asOf?: string; page?: RatingsPage }): Promise<TeamFlags> {
  const team = await readTeam(context, input.teamId);
  authorise(context, 'read-flags', { teamId: input.teamId });
  const asOf = input.asOf ?? todayOf(context);
  const { people, skills, rules, reviewPeriodDays } = await context.db.transaction(async (tx) => {
    const known = await readCapabilityFacts(within(context, tx), team, asOf);
    await recordRatingsView(tx, context, { page: input.page ?? 'flags', teamId: team.id, asOf, people: known.people.length });
    return known;
  });
  const facts: FlagFacts = {
    asOf,
    horizonDays: coverageHorizonDays,
    teams: team.tree.filter((node) => team.subtreeIds.includes(node.id)),
    skills,
    rules,
    subjects: buildFlagSubjects(people, { asOf, reviewPeriodDays }),
  };
  return { team, asOf, facts, flags: findFlags(facts), coverage: coverageRows(facts) };
}
