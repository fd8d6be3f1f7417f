import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';
import { findOutdatedTeams } from './find-outdated-teams.ts';
import { teamSkillCounts } from './team-skill-counts.ts';

/**
 * Keeps, in the transaction that closes a round, how the round's team and those under it stand today, or every team where the round is
 * of the whole organisation: what the summary says, counted afresh where a date has passed since it was counted. Answers how many counts.
 */
export async function keepSnapshot(tx: Tx, organisationId: string, cycleId: string, today: string): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive reached as (
      select team.id from cycle
      join team on team.organisation_id = ${organisationId} and (cycle.team_id is null or team.id = cycle.team_id)
      where cycle.organisation_id = ${organisationId} and cycle.id = ${cycleId}
      union
      select team.id from reached join team on team.organisation_id = ${organisationId} and team.parent_id = reached.id
    ) select id from reached`);
  const outdated = new Set(await findOutdatedTeams(tx, organisationId, today));
  const [kept, afresh] = [false, true].map((isOutdated) => rows.map(({ id }) => id).filter((id) => outdated.has(id) === isOutdated)) as [string[], string[]];
  const { rowCount } = await tx.execute(sql`
    insert into team_skill_snapshot (organisation_id, cycle_id, team_id, skill_id, expected, assessed, met, at_level, oldest_agreed_on)
    select ${organisationId}::uuid, ${cycleId}::uuid, * from (
      select team_id, skill_id, expected, assessed, met, at_level, oldest_agreed_on
      from team_skill_summary where organisation_id = ${organisationId} and team_id = any(${sql.param(kept)}::uuid[])
      union all
      select * from (${teamSkillCounts(organisationId, afresh, today)}) fresh
    ) counted`);
  return rowCount ?? 0;
}
