import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';
import { noteTouchedTeams } from './bump-revisions.ts';
import { countingAssessments } from './counting-assessments.ts';

/** Of one source (1 self, 2 manager, 3 agreed), the column of the newest assessment in a group. */
const newest = (column: 'level' | 'assessed_on' | 'exempt_until' | 'review', source: 1 | 2 | 3) =>
  sql`(array_agg(${sql.identifier(column)} order by assessed_on desc, sequence desc) filter (where source = ${source}))[1]`;

/**
 * Rewrites the `current_assessment` rows of these people from the history, their open placement, and
 * the expectations, wordings and successions of the adopted framework versions; call it in the transaction that changed any of
 * these. Locks the people in the order of their ids, so that two writers wait for each other instead
 * of overwriting or deadlocking. Answers how many rows differed from what they should be; where any did, the
 * revisions of the teams that these people stood and stand in grow.
 */
export async function refreshCurrentAssessments(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
): Promise<{ written: number; removed: number }> {
  const ids = sql.param([...personIds]);
  await tx.execute(sql`
    select 1 from person
    where organisation_id = ${organisationId} and id = any(${ids}::uuid[])
    order by id for update`);
  /*
   * The planner takes an organisation that its statistics do not know yet for one row, and then reads
   * the inner side of a join again for each row of the outer one: a first bulk load took minutes. So the
   * history is grouped once, and what is gone is looked up in a hash, which no estimate undoes.
   */
  const wanted = sql`
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
  // One statement for all: planning it costs more than running it. It sees the rows as they were before it.
  const { rows } = await tx.execute<{ written: number; removed: number; team_ids: string[] | null }>(sql`${wanted}, written as (
    insert into current_assessment as kept (organisation_id, person_id, skill_id, team_id, role_level_id,
      expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on, agreed_exempt_until,
      disputed, needs_review, revision)
    select ${organisationId}::uuid, wanted.* from wanted
    on conflict (organisation_id, person_id, skill_id) do update set
      team_id = excluded.team_id, role_level_id = excluded.role_level_id, expected_level = excluded.expected_level,
      self_level = excluded.self_level, self_on = excluded.self_on,
      manager_level = excluded.manager_level, manager_on = excluded.manager_on,
      agreed_level = excluded.agreed_level, agreed_on = excluded.agreed_on,
      agreed_exempt_until = excluded.agreed_exempt_until, disputed = excluded.disputed,
      needs_review = excluded.needs_review, revision = excluded.revision
    where row(kept.team_id, kept.role_level_id, kept.expected_level, kept.self_level, kept.self_on,
        kept.manager_level, kept.manager_on, kept.agreed_level, kept.agreed_on, kept.agreed_exempt_until, kept.disputed, kept.needs_review, kept.revision)
      is distinct from row(excluded.team_id, excluded.role_level_id, excluded.expected_level, excluded.self_level,
        excluded.self_on, excluded.manager_level, excluded.manager_on, excluded.agreed_level, excluded.agreed_on,
        excluded.agreed_exempt_until, excluded.disputed, excluded.needs_review, excluded.revision)
    returning 1
    ), removed as (
    delete from current_assessment kept
    where kept.organisation_id = ${organisationId} and kept.person_id = any(${ids}::uuid[])
      and (kept.person_id, kept.skill_id) not in (select person_id, skill_id from wanted)
    returning 1
    ), stood as (
    select team_id from current_assessment where organisation_id = ${organisationId} and person_id = any(${ids}::uuid[])
    union
    select team_id from placed
    ) select (select count(*) from written)::int as written, (select count(*) from removed)::int as removed,
      (select array_agg(team_id::text) from stood where team_id is not null) as team_ids`);
  const { written, removed, team_ids: teamIds } = rows[0]!;
  if (written + removed > 0) noteTouchedTeams(tx, teamIds ?? []);
  return { written, removed };
}
