import type { TeamSkillCount } from '#app/domain/capability/cell.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readSummaryCounts } from '#app/services/capability/picture/read-summary-counts.server.ts';

export interface TeamCounts {
  /** Per team and skill, of each team's own people, not its subtree's. */
  counts: TeamSkillCount[];
  /** People present today, by team. */
  people: Map<string, number>;
}

/** Today's counts of these teams, as readSummaryCounts answers them, without the distribution over levels. The caller has authorised the teams. */
export async function readTeamCounts(context: Context, teamIds: readonly string[]): Promise<TeamCounts> {
  return context.db.transaction(async (tx) => {
    const { counts, people } = await readSummaryCounts(tx, context.db.organisationId, teamIds, todayOf(context));
    return { counts: counts.map(({ row: teamId, column: skillId, expected, assessed, met }) => ({ teamId, skillId, expected, assessed, met })), people };
  });
}
