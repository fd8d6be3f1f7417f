import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';
import { noteTouchedTeams } from './bump-revisions.ts';
import { lockTeams } from './lock-teams.ts';
import { teamSkillCounts } from './team-skill-counts.ts';

/**
 * Recounts the summary of these teams in the running transaction, one writer after the other. Answers
 * how many rows were wrong. Their revisions grow whatever it finds: somebody of whom nothing is expected
 * stands in their pictures too.
 */
export async function refreshTeamSkillSummary(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
  today: string,
): Promise<{ written: number; removed: number }> {
  const ids = sql.param([...teamIds]);
  await lockTeams(tx, organisationId, teamIds);
  noteTouchedTeams(tx, teamIds);
  // One statement for both: planning it costs more than running it.
  const { rows } = await tx.execute<{ written: number; removed: number }>(sql`
    with counted as (${teamSkillCounts(organisationId, teamIds, today)}), turning as (
      select placement.team_id, min(turn.day) as valid_until
      from placement
      join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
      cross join lateral (values (person.starts_on), (person.leaves_on + 1)) as turn(day)
      where placement.organisation_id = ${organisationId} and placement.team_id = any(${ids}::uuid[])
        and placement.ends_on is null and turn.day > ${today}::date
      group by placement.team_id
    ), written as (
    insert into team_skill_summary as kept (organisation_id, team_id, skill_id, expected, assessed, met, at_level,
      oldest_agreed_on, valid_until)
    select ${organisationId}::uuid, counted.*, turning.valid_until from counted left join turning using (team_id)
    on conflict (organisation_id, team_id, skill_id) do update set
      expected = excluded.expected, assessed = excluded.assessed, met = excluded.met, at_level = excluded.at_level,
      oldest_agreed_on = excluded.oldest_agreed_on, valid_until = excluded.valid_until
    where row(kept.expected, kept.assessed, kept.met, kept.at_level, kept.oldest_agreed_on, kept.valid_until)
      is distinct from row(excluded.expected, excluded.assessed, excluded.met, excluded.at_level,
        excluded.oldest_agreed_on, excluded.valid_until)
    returning 1
    ), removed as (
    delete from team_skill_summary kept
    where kept.organisation_id = ${organisationId} and kept.team_id = any(${ids}::uuid[])
      and not exists (select 1 from counted where counted.team_id = kept.team_id and counted.skill_id = kept.skill_id)
    returning 1
    ) select (select count(*) from written)::int as written, (select count(*) from removed)::int as removed`);
  return rows[0]!;
}
