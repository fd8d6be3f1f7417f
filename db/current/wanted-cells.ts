import { type SQL, sql } from 'drizzle-orm';
import { countingAssessments } from './counting-assessments.ts';

/** Of one source (1 self, 2 manager, 3 agreed), the column of the newest assessment in a group. */
const newest = (column: 'level' | 'assessed_on' | 'exempt_until' | 'review', source: 1 | 2 | 3) =>
  sql`(array_agg(${sql.identifier(column)} order by assessed_on desc, sequence desc) filter (where source = ${source}))[1]`;

/**
 * What `current_assessment` should hold of these people, as the beginning of a statement: common tables of which the last, `wanted`,
 * has the columns of a kept row after its organisation, in their order; `placed` are the open placements.
 *
 * What the planner expects of an organisation can be far from what it has (even-statistics.ts), and a first bulk load
 * took minutes. So the history is grouped once, and what is gone is looked up in a hash, which no estimate undoes.
 */
export function wantedCells(organisationId: string, personIds: readonly string[]): SQL {
  const ids = sql.param([...personIds]);
  return sql`
    with recursive ${countingAssessments(organisationId, personIds)}, placed as (
      select person_id, team_id, role_level_id from placement
      where organisation_id = ${organisationId} and person_id = any(${ids}::uuid[]) and ends_on is null
    ), expected as (
      select placed.person_id, expectation.skill_id, expectation.expected_level
      from placed
      join role_level on role_level.organisation_id = ${organisationId} and role_level.id = placed.role_level_id
      join role on role.organisation_id = ${organisationId} and role.id = role_level.role_id
      join framework_adoption adopted
        on adopted.organisation_id = ${organisationId} and adopted.framework_id = role.framework_id
      join expectation on expectation.organisation_id = ${organisationId}
        and expectation.version_id = adopted.version_id and expectation.role_level_id = placed.role_level_id
    ), assessed as (
      select person_id, skill_id, max(sequence) as revision,
        ${newest('level', 1)} as self_level, ${newest('assessed_on', 1)} as self_on,
        ${newest('level', 2)} as manager_level, ${newest('assessed_on', 2)} as manager_on,
        ${newest('level', 3)} as agreed_level, ${newest('assessed_on', 3)} as agreed_on,
        ${newest('exempt_until', 3)} as agreed_exempt_until,
        coalesce(${newest('review', 3)}, false) as needs_review
      from counting
      group by person_id, skill_id
    ), disputed as (
      select person_id, skill_id from dispute
      where organisation_id = ${organisationId} and person_id = any(${ids}::uuid[]) and settled_at is null
    ), wanted as (
      select person_id, skill_id, placed.team_id, placed.role_level_id, expected.expected_level,
        self_level, self_on, manager_level, manager_on, agreed_level, agreed_on, agreed_exempt_until,
        (person_id, skill_id) in (select person_id, skill_id from disputed) as disputed,
        coalesce(needs_review, false) as needs_review, coalesce(revision, 0) as revision
      from expected
      full join assessed using (person_id, skill_id)
      left join placed using (person_id)
    )`;
}
