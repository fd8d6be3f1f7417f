import { sql } from 'drizzle-orm';
import type { ScoredSkill } from '#app/domain/assessment/scoring/score-levels.ts';
import type { Tx } from '#db/tenant.ts';

interface SkillRow extends Record<string, unknown> {
  person_id: string;
  skill_id: string;
  name: string;
  expected_level: number;
  level: number | null;
  exempt: boolean;
}

/**
 * What a round agreed of these people, in each skill that is expected of them, by person and in the order of the skills' names.
 * Only what was agreed in that round: an older level was not looked at. Runs inside the caller's transaction, who has
 * authorised the people.
 */
export async function readScoredSkills(
  tx: Tx,
  organisationId: string,
  cycleId: string,
  personIds: readonly string[],
): Promise<Map<string, (ScoredSkill & { name: string })[]>> {
  const ids = sql.param([...personIds]);
  const { rows } = await tx.execute<SkillRow>(sql`
    with said as (
      select distinct on (person_id, skill_id) person_id, skill_id, level, exempt_until is not null as exempt
      from assessment
      where organisation_id = ${organisationId} and cycle_id = ${cycleId} and person_id = any(${ids}::uuid[]) and source = 3
      order by person_id, skill_id, assessed_on desc, sequence desc
    )
    select cell.person_id, cell.skill_id, skill.name, cell.expected_level, said.level, coalesce(said.exempt, false) as exempt
    from current_assessment cell
    join skill on skill.organisation_id = ${organisationId} and skill.id = cell.skill_id
    left join said on said.person_id = cell.person_id and said.skill_id = cell.skill_id
    where cell.organisation_id = ${organisationId} and cell.person_id = any(${ids}::uuid[]) and cell.expected_level is not null
    order by skill.name`);
  const found = new Map<string, (ScoredSkill & { name: string })[]>(personIds.map((id) => [id, []]));
  for (const row of rows) {
    found.get(row.person_id)?.push({
      skillId: row.skill_id,
      name: row.name,
      expectedLevel: row.expected_level,
      agreedLevel: row.level,
      isExempt: row.exempt,
    });
  }
  return found;
}
