import { createHash } from 'node:crypto';
import type { TestDatabase } from './database.ts';

/** A checksum of every row of an organisation in each table that has one, and of the users who are its members. */
export async function tenantChecksum(db: Pick<TestDatabase, 'ownerPool'>, organisationId: string): Promise<Record<string, string>> {
  const { rows: tables } = await db.ownerPool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  const subjects = {
    ...Object.fromEntries(tables.map(({ name }) => [name, 'organisation_id = $1'])),
    organisation: 'id = $1',
    app_user: 'id in (select user_id from membership where organisation_id = $1)',
  };
  const sums: Record<string, string> = {};
  for (const [name, where] of Object.entries(subjects)) {
    const { rows } = await db.ownerPool.query<{ row: string }>(`select t::text as row from "${name}" t where ${where} order by 1`, [
      organisationId,
    ]);
    sums[name] = `${rows.length} rows ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)}`;
  }
  return sums;
}

/** The same without the audit, which grows with every look and every refusal. */
export async function tenantChecksumWithoutAudit(db: Pick<TestDatabase, 'ownerPool'>, organisationId: string): Promise<Record<string, string>> {
  const { audit_event: _rows, audit_head: _head, ...sums } = await tenantChecksum(db, organisationId);
  return sums;
}
