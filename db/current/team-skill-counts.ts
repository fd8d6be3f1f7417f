import { type SQL, sql } from 'drizzle-orm';

/**
 * The select that counts per team and skill: who is expected to hold it, assessed and meeting it,
 * of the people present on the day. One text for the kept summary and for the live count, so that
 * the two cannot differ. People at each level are counted up to level 5, or up to 9 where somebody is beyond.
 */
export function teamSkillCounts(organisationId: string, teamIds: readonly string[], today: string): SQL {
  const ids = sql.param([...teamIds]);
  return sql`
    select cell.team_id, cell.skill_id,
      count(*) filter (where expected_level is not null)::int as expected,
      count(*) filter (where expected_level is not null and agreed_level is not null)::int as assessed,
      count(*) filter (where agreed_level >= expected_level)::int as met,
      ${atLevels(0, 5)} || case when max(agreed_level) > 5 then ${atLevels(6, 9)} else '{}'::int[] end as at_level,
      min(agreed_on) filter (where expected_level is not null) as oldest_agreed_on
    from current_assessment cell
    join person on person.organisation_id = ${organisationId} and person.id = cell.person_id
    where cell.organisation_id = ${organisationId} and cell.team_id = any(${ids}::uuid[])
      and person.starts_on <= ${today}::date and (person.leaves_on is null or person.leaves_on >= ${today}::date)
    group by cell.team_id, cell.skill_id`;
}

/** How many people are agreed at each level from `first` to `last`, as an array. */
function atLevels(first: number, last: number): SQL {
  const counts = Array.from({ length: last - first + 1 }, (_, at) => sql`count(*) filter (where agreed_level = ${first + at})`);
  return sql`array[${sql.join(counts, sql`, `)}]::int[]`;
}
