import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { TeamSkillCount } from '#app/domain/capability/cell.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { person, placement } from '#db/schema/index.ts';
import { teamSkillCounts } from '#db/current/team-skill-counts.ts';

export interface TeamCounts {
  /** Per team and skill, of each team's own people, not its subtree's. */
  counts: TeamSkillCount[];
  /** People present today, by team. */
  people: Map<string, number>;
}

interface CountRow extends Record<string, unknown> {
  team_id: string;
  skill_id: string;
  expected: number;
  assessed: number;
  met: number;
}

/**
 * Today's counts of these teams from the kept summary. Where somebody's start or leaving date has
 * passed since a team was counted, that team is counted afresh by the same select; so is one that has
 * people and no counts, because nobody had started yet when it was counted. The caller has authorised
 * the teams.
 */
export async function readTeamCounts(context: Context, teamIds: readonly string[]): Promise<TeamCounts> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  return context.db.transaction(async (tx) => {
    const ids = sql.param([...teamIds]);
    const kept = await tx.execute<CountRow & { outdated: boolean }>(sql`
      select team_id, skill_id, expected, assessed, met, coalesce(valid_until <= ${today}::date, false) as outdated
      from team_skill_summary
      where organisation_id = ${organisationId} and team_id = any(${ids}::uuid[])`);
    const present = await tx
      .select({ teamId: placement.teamId, people: sql<number>`count(*)`.mapWith(Number) })
      .from(placement)
      .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, placement.personId)))
      .where(
        and(
          eq(placement.organisationId, organisationId),
          inArray(placement.teamId, [...teamIds]),
          isNull(placement.endsOn),
          lte(person.startsOn, today),
          or(isNull(person.leavesOn), gte(person.leavesOn, today)),
        ),
      )
      .groupBy(placement.teamId);
    const counted = new Set(kept.rows.map((row) => row.team_id));
    const outdated = [
      ...new Set(kept.rows.filter((row) => row.outdated).map((row) => row.team_id)),
      ...present.map((row) => row.teamId).filter((teamId) => !counted.has(teamId)),
    ];
    const fresh =
      outdated.length === 0 ? [] : (await tx.execute<CountRow>(teamSkillCounts(organisationId, outdated, today))).rows;
    const rows = [...kept.rows.filter((row) => !outdated.includes(row.team_id)), ...fresh];
    return {
      counts: rows.map(({ team_id: teamId, skill_id: skillId, expected, assessed, met }) => ({
        teamId,
        skillId,
        expected,
        assessed,
        met,
      })),
      people: new Map(present.map((row) => [row.teamId, row.people])),
    };
  });
}
