import type { Pool } from 'pg';
import type { TestDatabase } from './database.ts';

/** The statement for a database, which is asked for over and over: one for all tables, planned once a connection. */
const statements = new WeakMap<Pool, Promise<string>>();

async function statementFor(pool: Pool): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  const subjects = {
    ...Object.fromEntries(tables.map(({ name }) => [name, 'organisation_id = $1'])),
    organisation: 'id = $1',
    app_user: 'id in (select user_id from membership where organisation_id = $1)',
  };
  const sums = Object.entries(subjects).map(
    ([name, where]) => `select '${name}' as name, count(*) || ' rows ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as sum from "${name}" t where ${where}`,
  );
  return sums.join(' union all ');
}

/** A checksum of every row of an organisation in each table that has one, and of the users who are its members. */
export async function tenantChecksum({ ownerPool }: Pick<TestDatabase, 'ownerPool'>, organisationId: string): Promise<Record<string, string>> {
  const known = statements.get(ownerPool) ?? statementFor(ownerPool);
  statements.set(ownerPool, known);
  const { rows } = await ownerPool.query<{ name: string; sum: string }>({ name: 'tenant-checksum', text: await known, values: [organisationId] });
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** The same without the audit, which grows with every look and every refusal. */
export async function tenantChecksumWithoutAudit(db: Pick<TestDatabase, 'ownerPool'>, organisationId: string): Promise<Record<string, string>> {
  const { audit_event: _rows, audit_head: _head, ...sums } = await tenantChecksum(db, organisationId);
  return sums;
}
