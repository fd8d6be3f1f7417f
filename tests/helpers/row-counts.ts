import type { TestDatabase } from './database.ts';

/**
 * How many rows every table holds, of all organisations: what a deed that must write nothing leaves as it was.
 * That it was tried may be counted.
 */
export async function rowCounts({ ownerPool }: Pick<TestDatabase, 'ownerPool'>): Promise<Record<string, number>> {
  const { rows: tables } = await ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'throttle' order by 1`,
  );
  const { rows } = await ownerPool.query<{ name: string; count: number }>(tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from "${name}"`).join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
