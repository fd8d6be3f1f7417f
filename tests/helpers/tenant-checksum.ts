import { createHash } from 'node:crypto';
import type { TestDatabase } from './database.ts';

/** A checksum of every row of an organisation in each tenant table, and of all rows of the global tables. */
export async function tenantChecksum(db: Pick<TestDatabase, 'ownerPool'>, organisationId: string): Promise<Record<string, string>> {
  const { rows: tables } = await db.ownerPool.query<{ name: string; is_tenant: boolean }>(`
    select c.relname as name, exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as is_tenant
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  const sums: Record<string, string> = {};
  for (const { name, is_tenant: isTenant } of tables) {
    const where = isTenant ? 'organisation_id = $1' : name === 'organisation' ? 'id = $1' : '$1::uuid is not null';
    const { rows } = await db.ownerPool.query<{ row: string }>(
      `select t::text as row from "${name}" t where ${where} order by 1`,
      [organisationId],
    );
    sums[name] = `${rows.length} rows ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)}`;
  }
  return sums;
}
