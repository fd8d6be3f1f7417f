import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/** Whether somebody stands in a role level that these versions have and the version before has not. Runs inside the caller's transaction, who has authorised it. */
export async function readStrandedPlacements(tx: Tx, organisationId: string, versionIds: readonly string[], versionBeforeId: string | null): Promise<boolean> {
  const placed = await tx.execute(sql`
    select 1 from placement
    join role_level_content content on content.organisation_id = ${organisationId} and content.role_level_id = placement.role_level_id
    where placement.organisation_id = ${organisationId} and placement.ends_on is null
      and content.version_id = any(${sql.param([...versionIds])}::uuid[])
      and not exists (
        select 1 from role_level_content before
        where before.organisation_id = ${organisationId} and before.version_id = ${versionBeforeId}::uuid
          and before.role_level_id = placement.role_level_id)
    limit 1`);
  return placed.rowCount !== 0;
}
