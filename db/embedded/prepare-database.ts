import pg from 'pg';
import { ensureAppRole } from '#db/roles.ts';
import type { Passwords } from './passwords.ts';
import { StartProblem } from './start-problem.ts';
import { systemErrorCode } from './system-error.ts';

export const databaseName = 'capability_map';

/** PostgreSQL's code for it. */
const wrongPassword = '28P01';

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 30_000 });
  // Without a listener a dropped connection would end the process; the running query rejects anyway.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      if (systemErrorCode(error) === wrongPassword) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartProblem(`The database server is there but does not answer (${reason}): end its processes, then start again.`);
    });
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

/**
 * Makes what the app needs inside an embedded server: its database and its unprivileged login.
 * Each run makes what an earlier one that was cut short left out. The caller holds the lock.
 *
 * @throws StartProblem when the kept passwords are not those of the database.
 */
export async function prepareDatabase(
  urlOf: (database: string) => string,
  passwords: Passwords,
  passwordFile: string,
): Promise<void> {
  try {
    await createDatabase(urlOf('postgres'));
    await withClient(urlOf(databaseName), (client) => ensureAppRole(client, { password: passwords.app }));
  } catch (error) {
    if (systemErrorCode(error) !== wrongPassword) throw error;
    throw new StartProblem(
      `The passwords in ${passwordFile} are not those of the database beside it: put the right file back from a backup, or set DATA_FOLDER to another folder.`,
    );
  }
}
