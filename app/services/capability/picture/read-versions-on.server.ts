import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/**
 * The ids of the framework versions that the organisation read its expectations from on an ISO day, of each framework adopted now. A
 * version is adopted when it is published, so it is the newest one published by then and not taken back since; the one adopted now where
 * it was adopted by then; before the first was published, the first. Where a release and the organisation's additions over it came at the
 * same moment, it is the one with the additions. Runs inside the caller's transaction; the framework is open to everybody who is signed in.
 */
export async function readVersionsOn(tx: Tx, organisationId: string, day: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct on (framework_id) id
    from (
      select version.framework_id, version.id, version.base_version_id, extract(epoch from version.published_at) as published,
        version.id = adopted.version_id as is_adopted,
        (adopted.adopted_at at time zone 'Europe/London')::date <= ${day}::date as since_then,
        (version.published_at at time zone 'Europe/London')::date <= ${day}::date as by_then
      from framework_adoption adopted
      join framework_version version on version.organisation_id = ${organisationId}
        and version.framework_id = adopted.framework_id and version.withdrawn_at is null
      where adopted.organisation_id = ${organisationId}
    ) candidate
    order by framework_id, (is_adopted and since_then) desc, by_then desc,
      case when by_then then published else - published end desc, is_adopted desc, (base_version_id is not null) desc, id`);
  return rows.map(({ id }) => id);
}
