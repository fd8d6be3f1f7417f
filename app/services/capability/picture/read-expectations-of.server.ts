import { sql } from 'drizzle-orm';
import type { RoleLevelExpectation } from '#app/services/capability/read-cells-on.server.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import type { Tx } from '#db/tenant.ts';

interface ExpectationRow extends Record<string, unknown> {
  role_level_id: string;
  skill_id: string;
  expected_level: number;
  name: string;
  is_undefined: boolean;
}

/** What a role level is expected to hold of a skill, in a version that may be an old one. */
export interface VersionExpectation extends RoleLevelExpectation {
  skillName: string;
  /** True where the version does not define the level that it expects. */
  isUndefined: boolean;
}

/**
 * What these framework versions expect of these role levels, under the names that the skills have now. A skill that is gone since and
 * that others took the place of counts under these, as what was assessed of it does; under the highest level where several became one.
 * Runs inside the caller's transaction; the framework is open to everybody who is signed in.
 */
export async function readExpectationsOf(
  tx: Tx,
  organisationId: string,
  versionIds: readonly string[],
  roleLevelIds: readonly string[],
): Promise<VersionExpectation[]> {
  const { rows } = await tx.execute<ExpectationRow>(sql`
    with recursive ${countingAssessments(organisationId, [])}, wanted as (
      select expectation.role_level_id, expectation.skill_id, expectation.expected_level, coalesce(not level.defined, false) as is_undefined
      from expectation
      left join skill_level level on level.organisation_id = ${organisationId} and level.version_id = expectation.version_id
        and level.skill_id = expectation.skill_id and level.ordinal = expectation.expected_level
      where expectation.organisation_id = ${organisationId} and expectation.version_id = any(${sql.param([...versionIds])}::uuid[])
        and expectation.role_level_id = any(${sql.param([...roleLevelIds])}::uuid[])
    ), counted as (
      select role_level_id, skill_id, expected_level, is_undefined from wanted where skill_id not in (select skill_id from gone)
      union all
      select wanted.role_level_id, carried.to_skill_id, wanted.expected_level, wanted.is_undefined
      from (select distinct from_skill_id, to_skill_id from carried) carried
      join wanted on wanted.skill_id = carried.from_skill_id
      where carried.from_skill_id in (select skill_id from gone) and carried.to_skill_id not in (select skill_id from gone)
    )
    select distinct on (counted.role_level_id, counted.skill_id) counted.role_level_id, counted.skill_id, counted.expected_level, counted.is_undefined, skill.name
    from counted join skill on skill.organisation_id = ${organisationId} and skill.id = counted.skill_id
    order by counted.role_level_id, counted.skill_id, counted.expected_level desc, counted.is_undefined`);
  return rows.map((row) => ({
    roleLevelId: row.role_level_id,
    skillId: row.skill_id,
    skillName: row.name,
    expectedLevel: row.expected_level,
    isUndefined: row.is_undefined,
  }));
}
