import { buildTeamMatrix } from '#app/domain/capability/build-team-matrix.ts';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import type { LevelName } from '#app/services/framework/read-adopted-content.server.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';
import { readCapabilityFacts } from './read-capability-facts.server.ts';

/**
 * The heatmap of a team and the teams under it, people x skills, as of an ISO date (default: today).
 * Skills that a coverage rule asks for, or that somebody was assessed in, stand beside the expected
 * ones; the names of their levels come with them. Throws 404 for an unknown team, 403 where the viewer may not
 * see its ratings. The look is recorded as one at `page`.
 */
export async function readTeamMatrix(
  context: Context,
  input: { teamId: string; asOf?: string; page?: RatingsPage },
): Promise<{ team: TeamPlace; asOf: string; matrix: TeamMatrix; levelName: LevelName }> {
  const asOf = input.asOf ?? todayOf(context);
  const { team, facts } = await context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const place = await readTeam(inside, input.teamId);
    authorise(context, 'read-ratings', { teamId: input.teamId });
    const read = await readCapabilityFacts(inside, place, asOf);
    await recordRatingsView(tx, context, { page: input.page ?? 'heatmap', teamId: place.id, asOf, people: read.people.length });
    return { team: place, facts: read };
  });
  const { people, skills, rules, reviewPeriodDays, levelName } = facts;
  const matrix = buildTeamMatrix(people, skills, {
    asOf,
    reviewPeriodDays,
    teamOrder: team.subtreeIds,
    includeUnexpected: true,
    ruledSkillIds: rules.map((rule) => rule.skillId),
  });
  return { team, asOf, matrix, levelName };
}
