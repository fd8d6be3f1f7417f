import { sql } from 'drizzle-orm';
import type { CellCount } from '#app/domain/capability/picture/sum-counts.ts';
import { teamSkillCounts } from '#db/current/team-skill-counts.ts';
import type { Tx } from '#db/tenant.ts';

interface SummaryRow extends Record<string, unknown> {
  team_id: string;
  skill_id: string;
  expected: number;
  assessed: number;
  met: number;
  at_level: string;
  oldest_agreed_on: string | null;
}

/**
 * Today's counts of these teams' own people with the distribution over levels, from the kept summary, `row` being the team; and how many
 * people are present in each. A team that somebody has joined or left by date since it was counted is counted afresh. Runs inside the
 * caller's transaction, who has authorised the teams.
 */
export async function readSummaryCounts(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
  today: string,
): Promise<{ counts: CellCount[]; people: Map<string, number> }> {
  const ids = sql.param([...teamIds]);
  const { rows: present } = await tx.execute<{ team_id: string; people: number; is_kept: boolean }>(sql`
    select placement.team_id, count(*)::int as people, coalesce(kept.is_kept, false) as is_kept
    from placement
    join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
    left join (
      select team_id, bool_and(coalesce(valid_until > ${today}::date, true)) as is_kept
      from team_skill_summary where organisation_id = ${organisationId} and team_id = any(${ids}::uuid[]) group by team_id
    ) kept on kept.team_id = placement.team_id
    where placement.organisation_id = ${organisationId} and placement.team_id = any(${ids}::uuid[]) and placement.ends_on is null
      and person.starts_on <= ${today}::date and (person.leaves_on is null or person.leaves_on >= ${today}::date)
    group by placement.team_id, kept.is_kept`);
  const [kept, outdated] = [true, false].map((isKept) => present.filter((row) => row.is_kept === isKept).map((row) => row.team_id)) as [string[], string[]];
  const counted = sql`select * from (${teamSkillCounts(organisationId, outdated, today)}) fresh`;
  const { rows } = await tx.execute<SummaryRow>(sql`
    select team_id, skill_id, expected, assessed, met, array_to_string(at_level, ',') as at_level, oldest_agreed_on::text as oldest_agreed_on
    from (
      select team_id, skill_id, expected, assessed, met, at_level, oldest_agreed_on
      from team_skill_summary where organisation_id = ${organisationId} and team_id = any(${sql.param(kept)}::uuid[])
      ${outdated.length === 0 ? sql`` : sql`union all ${counted}`}
    ) summary`);
  return { counts: rows.map(countOf), people: new Map(present.map((row) => [row.team_id, row.people])) };
}

function countOf({ team_id: row, skill_id: column, expected, assessed, met, at_level, oldest_agreed_on: oldestOn }: SummaryRow): CellCount {
  return { row, column, expected, assessed, met, atLevel: at_level.split(',').map(Number), oldestOn };
}
