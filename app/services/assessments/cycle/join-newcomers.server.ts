import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';
import type { CycleRecord } from './read-cycle-record.server.ts';

/**
 * Takes everybody into an open round who stands in its teams on this ISO day and is in no open round yet; who sits one out is in
 * it. Answers how many. The caller holds the rounds of the organisation.
 */
export async function joinNewcomers(tx: Tx, organisationId: string, { cycle, scopeIds }: Pick<CycleRecord, 'cycle' | 'scopeIds'>, today: string): Promise<number> {
  const joined = await tx.execute(sql`
    insert into cycle_participant (organisation_id, cycle_id, person_id, team_id)
    select ${organisationId}, ${cycle.id}, person.id, placement.team_id
    from placement
    join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
    where placement.organisation_id = ${organisationId} and placement.ends_on is null and placement.team_id = any(${sql.param(scopeIds)}::uuid[])
      and placement.starts_on <= ${today} and person.starts_on <= ${today} and (person.leaves_on is null or person.leaves_on >= ${today})
      and not exists (
        select 1 from cycle_participant part
        join cycle on cycle.organisation_id = ${organisationId} and cycle.id = part.cycle_id and cycle.state = 'open'
        where part.organisation_id = ${organisationId} and part.person_id = person.id)
    on conflict do nothing`);
  return joined.rowCount ?? 0;
}
