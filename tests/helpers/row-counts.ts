import type { TestDatabase } from './database.ts';

/**
 * How many rows every table holds, of all organisations: what a deed that must write nothing leaves as it was.
 * That it was tried may be counted.
 */
export async function rowCounts(database: Pick<TestDatabase, 'ownerPool'>): Promise<Record<string, number>> {
  const { rows: tables } = await database.ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'throttle' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await database.ownerPool.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}
