import { sql } from 'drizzle-orm';
import type { CoverageRule } from '#app/domain/capability/flag.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { Context } from '#app/platform/context.ts';
import { type AdoptedContent, readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import { rowsOf, type Tx } from '#db/tenant.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';

const rulesQuery = `
  select coverage_rule.id, team.id as "teamId", team.name as "teamName", skill.id as "skillId", skill.name as "skillName",
    coverage_rule.minimum_level as "minimumLevel", coverage_rule.minimum_people as "minimumPeople"
  from coverage_rule
  join team on team.organisation_id = $1 and team.id = coverage_rule.team_id
  join skill on skill.organisation_id = $1 and skill.id = coverage_rule.skill_id
  where coverage_rule.organisation_id = $1 and coverage_rule.team_id = any($2::uuid[])`;

/**
 * The coverage rules of a team and of the teams under it. A rule whose skill is gone asks for the skill that took its
 * place, where it was one alone: which half of a split the service needs, only a person can say. `adopted` is what the
 * caller reads of the framework. The caller has authorised the team.
 */
export async function readCoverageRules(context: Context, place: Pick<TeamPlace, 'subtreeIds'>, adopted?: Promise<AdoptedContent>): Promise<CoverageRule[]> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const [rules, { skills }] = await Promise.all([
      rowsOf<CoverageRule>(tx, { text: rulesQuery, values: [organisationId, place.subtreeIds] }),
      adopted ?? readAdoptedContent(tx, organisationId),
    ]);
    // To follow what took a skill's place costs more than all the rest.
    const places = rules.every(({ skillId }) => skills.has(skillId)) ? new Map<string, SkillPlace>() : await readSkillPlaces(tx, organisationId);
    return rules
      .map((rule) => ({ ...rule, ...places.get(rule.skillId) }))
      .sort(
        (one, other) =>
          compareNames(one.teamName, other.teamName) ||
          compareNames(one.skillName, other.skillName) ||
          one.minimumLevel - other.minimumLevel ||
          compareNames(one.id, other.id),
      );
  });
}

type SkillPlace = Pick<CoverageRule, 'skillId' | 'skillName'>;

/** By the id of a skill that is gone, the one skill that took its place. */
async function readSkillPlaces(tx: Tx, organisationId: string): Promise<Map<string, SkillPlace>> {
  const { rows } = await tx.execute<{ gone_id: string; skill_id: string; skill_name: string }>(sql`
    with recursive ${countingAssessments(organisationId, [])}, taken as (
      select from_skill_id as gone_id, min(to_skill_id::text)::uuid as skill_id from carried
      where from_skill_id in (select skill_id from gone) and to_skill_id not in (select skill_id from gone)
      group by from_skill_id having count(distinct to_skill_id) = 1
    )
    select taken.gone_id, taken.skill_id, skill.name as skill_name
    from taken join skill on skill.organisation_id = ${organisationId} and skill.id = taken.skill_id`);
  return new Map(rows.map((row) => [row.gone_id, { skillId: row.skill_id, skillName: row.skill_name }]));
}
