import { sql } from 'drizzle-orm';
import type { CellCount } from '#app/domain/capability/picture/views/sum-counts.ts';
import { teamSkillCounts } from '#db/current/team-skill-counts.ts';
import { rowsOf, type Tx } from '#db/tenant.ts';

interface TeamRow {
  team_id: string;
  people: number;
  outdated: boolean;
  counts: string | null;
}

interface FreshRow extends Record<string, unknown> {
  team_id: string;
  counts: string;
}

/** The counts of a team as one text, "skill expected assessed met levels day" after the other: a row a count costs several times as much on its way. */
const asText = sql`string_agg(concat_ws(' ', skill_id, expected, assessed, met, array_to_string(at_level, ','), oldest_agreed_on), ';')`;

const countsQuery = `
  select team_id, coalesce(people, 0) as people, coalesce(outdated, counts is null) as outdated, counts
  from (
    select team_id, bool_or(coalesce(valid_until <= $3::date, false)) as outdated,
      string_agg(concat_ws(' ', skill_id, expected, assessed, met, array_to_string(at_level, ','), oldest_agreed_on), ';') as counts
    from team_skill_summary
    where organisation_id = $1 and team_id = any($2::uuid[])
    group by team_id
  ) kept
  full join (
    select placement.team_id, count(*)::int as people
    from placement
    join person on person.organisation_id = $1 and person.id = placement.person_id
    where placement.organisation_id = $1 and placement.team_id = any($2::uuid[]) and placement.ends_on is null
      and person.starts_on <= $3::date and (person.leaves_on is null or person.leaves_on >= $3::date)
    group by placement.team_id
  ) present using (team_id)`;

/**
 * Today's counts of these teams' own people with the distribution over levels, from the kept summary, `row` being the team; and how many
 * people are present in each that has any. A team that somebody has joined or left by date since it was counted is counted afresh. Runs
 * inside the caller's transaction, who has authorised the teams.
 */
export async function readSummaryCounts(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
  today: string,
): Promise<{ counts: CellCount[]; people: Map<string, number> }> {
  const teams = await rowsOf<TeamRow>(tx, { text: countsQuery, values: [organisationId, teamIds, today] });
  const fresh = await readFresh(tx, organisationId, teams.filter(({ outdated }) => outdated).map((team) => team.team_id), today);
  const kept = teams.filter(({ outdated }) => !outdated);
  return {
    counts: [...kept, ...fresh].flatMap((team) => countsOf(team.team_id, team.counts ?? '')),
    people: new Map(teams.filter(({ people }) => people > 0).map((team) => [team.team_id, team.people])),
  };
}

async function readFresh(tx: Tx, organisationId: string, teamIds: readonly string[], today: string): Promise<FreshRow[]> {
  if (teamIds.length === 0) return [];
  const counted = teamSkillCounts(organisationId, teamIds, today);
  const { rows } = await tx.execute<FreshRow>(sql`select team_id, ${asText} as counts from (${counted}) counted group by team_id`);
  return rows;
}

function countsOf(row: string, text: string): CellCount[] {
  if (text === '') return [];
  return text.split(';').map((count) => {
    const [column, expected, assessed, met, levels, oldestOn = null] = count.split(' ') as [string, string, string, string, string, string?];
    return { row, column, expected: Number(expected), assessed: Number(assessed), met: Number(met), atLevel: levels.split(',').map(Number), oldestOn };
  });
}
