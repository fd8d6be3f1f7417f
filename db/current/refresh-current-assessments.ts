import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';
import { noteTouchedTeams } from './bump-revisions.ts';
import { wantedCells } from './wanted-cells.ts';

/** Writes the wanted rows that are missing or differ; one row of its answer for each. */
const writeWanted = (organisationId: string) => sql`
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
    returning 1`;

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
  // One statement for all: planning it costs more than running it. It sees the rows as they were before it.
  const { rows } = await tx.execute<{ written: number; removed: number; team_ids: string[] | null }>(sql`${wantedCells(organisationId, personIds)}, written as (${writeWanted(organisationId)}
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
