import { buildTeamMatrix } from '#app/domain/capability/build-team-matrix.ts';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';
import { readCapabilityFacts } from './read-capability-facts.server.ts';

/**
 * The heatmap of a team and the teams under it, people x skills, as of an ISO date (default: today).
 * Skills that a coverage rule asks for, or that somebody was assessed in, stand beside the expected
 * ones. Throws 404 for an unknown team, 403 where the viewer may not see its ratings. The look is recorded
 * as one at `page`.
 */
export async function readTeamMatrix(
  context: Context,
  input: { teamId: string; asOf?: string; page?: RatingsPage },
): Promise<{ team: TeamPlace; asOf: string; matrix: TeamMatrix }> {
  const team = await readTeam(context, input.teamId);
  authorise(context, 'read-ratings', { teamId: input.teamId });
  const asOf = input.asOf ?? todayOf(context);
  const { people, skills, rules, reviewPeriodDays } = await context.db.transaction(async (tx) => {
    const facts = await readCapabilityFacts(within(context, tx), team, asOf);
    await recordRatingsView(tx, context, { page: input.page ?? 'heatmap', teamId: team.id, asOf, people: facts.people.length });
    return facts;
  });
  const matrix = buildTeamMatrix(people, skills, {
    asOf,
    reviewPeriodDays,
    teamOrder: team.subtreeIds,
    includeUnexpected: true,
    ruledSkillIds: rules.map((rule) => rule.skillId),
  });
  return { team, asOf, matrix };
}
