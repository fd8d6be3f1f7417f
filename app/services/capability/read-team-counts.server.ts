import { sql } from 'drizzle-orm';
import type { TeamSkillCount } from '#app/domain/capability/cell.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { teamSkillCounts } from '#db/current/team-skill-counts.ts';
import type { Tx } from '#db/tenant.ts';

export interface TeamCounts {
  /** Per team and skill, of each team's own people, not its subtree's. */
  counts: TeamSkillCount[];
  /** People present today, by team. */
  people: Map<string, number>;
}

interface KeptRow extends Record<string, unknown> {
  team_id: string;
  people: number;
  outdated: boolean;
  counts: string | null;
}

interface FreshRow extends Record<string, unknown> {
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
    const rows = await readKept(tx, organisationId, teamIds, today);
    const outdated = rows.filter((row) => row.outdated || row.counts === null).map((row) => row.team_id);
    const fresh = outdated.length === 0 ? [] : (await tx.execute<FreshRow>(teamSkillCounts(organisationId, outdated, today))).rows;
    const skillIds = new Map<string, string>();
    const kept = rows.filter((row) => !row.outdated).flatMap((row) => countsOf(row.team_id, row.counts, skillIds));
    return {
      counts: [
        ...kept,
        ...fresh.map(({ team_id: teamId, skill_id: skillId, expected, assessed, met }) => ({ teamId, skillId, expected, assessed, met })),
      ],
      people: new Map(rows.filter(({ people }) => people > 0).map((row) => [row.team_id, row.people])),
    };
  });
}

/** One row a team that has people or counts, its counts in one text: a row a count costs several times as much on its way. */
async function readKept(tx: Tx, organisationId: string, teamIds: readonly string[], today: string): Promise<KeptRow[]> {
  const ids = sql.param([...teamIds]);
  const { rows } = await tx.execute<KeptRow>(sql`
    select team_id, coalesce(people, 0) as people, coalesce(outdated, false) as outdated, counts
    from (
      select team_id, bool_or(coalesce(valid_until <= ${today}::date, false)) as outdated,
        string_agg(row(skill_id, expected, assessed, met)::text, '') as counts
      from team_skill_summary
      where organisation_id = ${organisationId} and team_id = any(${ids}::uuid[]) group by team_id
    ) kept
    full join (
      select placement.team_id, count(*)::int as people
      from placement
      join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
      where placement.organisation_id = ${organisationId} and placement.team_id = any(${ids}::uuid[]) and placement.ends_on is null
        and person.starts_on <= ${today}::date and (person.leaves_on is null or person.leaves_on >= ${today}::date)
      group by placement.team_id
    ) present using (team_id)`);
  return rows;
}

/**
 * The texts of rows: their columns between commas, each row between brackets. `skillIds` are those met so far: as one and the same
 * text each, they are compared at a glance.
 */
function countsOf(teamId: string, text: string | null, skillIds: Map<string, string>): TeamSkillCount[] {
  if (text === null) return [];
  return text.slice(1, -1).split(')(').map((row) => {
    const [id, expected, assessed, met] = row.split(',') as [string, string, string, string];
    const skillId = skillIds.get(id) ?? id;
    if (!skillIds.has(id)) skillIds.set(id, id);
    return { teamId, skillId, expected: Number(expected), assessed: Number(assessed), met: Number(met) };
  });
}
