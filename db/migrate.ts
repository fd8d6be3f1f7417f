import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { evenStatistics } from './even-statistics.ts';
import { StartProblem } from './embedded/start-problem.ts';

interface JournalEntry {
  idx: number;
  when: number;
  tag: string;
}

interface Migration extends JournalEntry {
  hash: string;
}

const lockNumber = 7_234_100_119;
const lockLimitMs = 300_000;

/**
 * The migrations of a folder in the order of its journal, with the hash that Drizzle stores.
 *
 * @throws Error when the journal is not strictly increasing (Drizzle would skip one silently) or a file is missing.
 */
export function readMigrations(folder: string): Migration[] {
  const journalFile = join(folder, 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: JournalEntry[] };
  return entries.map((entry, position) => {
    const previous = entries[position - 1];
    if (entry.idx !== position || (previous && entry.when <= previous.when)) {
      throw new Error(`${journalFile}: the entry ${entry.tag} is out of order; generate that migration anew.`);
    }
    const file = join(folder, `${entry.tag}.sql`);
    if (!existsSync(file)) throw new Error(`${file} is missing, though the journal lists it.`);
    // As Drizzle reads and hashes it.
    const hash = createHash('sha256').update(readFileSync(file).toString()).digest('hex');
    return { idx: entry.idx, when: entry.when, tag: entry.tag, hash };
  });
}

async function storedMigrations(client: pg.Client): Promise<{ hash: string; when: number }[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!tables[0]?.there) return [];
  const { rows } = await client.query<{ hash: string; created_at: string }>(
    'select hash, created_at from drizzle.__drizzle_migrations order by created_at, id',
  );
  return rows.map((row) => ({ hash: row.hash, when: Number(row.created_at) }));
}

/** Refuses a database whose migrations are not the first of ours. */
async function checkStored(client: pg.Client, migrations: Migration[], folder: string): Promise<number> {
  const stored = await storedMigrations(client);
  for (const [position, row] of stored.entries()) {
    const migration = migrations[position];
    if (!migration) {
      throw new StartProblem(
        `The database is newer than this release: it has ${stored.length} migrations and ${folder} has ${migrations.length}. Start the newer release.`,
      );
    }
    if (row.when !== migration.when) {
      throw new StartProblem(
        `The database was migrated in another order: where ${folder} has ${migration.tag}, it has one of ${new Date(row.when).toISOString()}. Start the release that made it.`,
      );
    }
    if (row.hash !== migration.hash) {
      throw new StartProblem(
        `The migration ${migration.tag} was changed after it ran on this database. Put its file back as it was and add a new migration.`,
      );
    }
  }
  return stored.length;
}

/** Tries rather than waits, so that there is a limit to it. */
async function takeLock(client: pg.Client): Promise<void> {
  const giveUpAt = Date.now() + lockLimitMs;
  for (;;) {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lockNumber]);
    if (rows[0]?.locked) return;
    if (Date.now() > giveUpAt) {
      throw new StartProblem('Another process has been migrating this database for too long: end it, then start again.');
    }
    await pause(100);
  }
}

/**
 * Brings the database to the newest migration of the folder, under a lock that lets one process
 * migrate at a time, and shows afterwards that every migration ran as its file says; then evens the
 * planner's statistics. Uses a
 * session-level lock, so `ownerUrl` must not lead through a pooler in transaction mode.
 *
 * @throws StartProblem when the database has other migrations than the first of these, and Error
 *   when the folder itself is faulty; the database is then unchanged.
 */
export async function migrateDatabase(ownerUrl: string, folder = 'drizzle'): Promise<void> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await takeLock(client);
    if ((await checkStored(client, migrations, folder)) < migrations.length) {
      await migrate(drizzle(client), { migrationsFolder: folder });
    }
    const count = await checkStored(client, migrations, folder);
    if (count !== migrations.length) {
      throw new Error(`Of ${migrations.length} migrations in ${folder}, ${count} ran: the database is incomplete.`);
    }
    await evenStatistics(client);
  } finally {
    await client.end();
  }
}
