import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { ensureAppRole } from '#db/roles.ts';
import { tenantDatabase, type TenantDatabase } from '#db/tenant.ts';

export interface TestDatabase {
  /** Connections that row-level security binds, as the app has them. */
  pool: pg.Pool;
  /** A superuser's connections, to look past row-level security. */
  ownerPool: pg.Pool;
  appUrl: string;
  ownerUrl: string;
  tenant(organisationId: string): TenantDatabase;
  close(): Promise<void>;
}

const template = 'capability_template';

function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

async function asOwner<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the migrated template once a run; its final name says that it is complete. */
async function makeTemplate(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock(1)');
    const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await owner.query(`drop database if exists ${draft}`);
    await owner.query(`create database ${draft}`);
    const draftUrl = withDatabase(ownerUrl, draft);
    await asOwner(draftUrl, (client) => ensureAppRole(client));
    if (existsSync('drizzle/meta/_journal.json')) await migrateDatabase(draftUrl);
    await owner.query(`alter database ${draft} rename to ${template}`);
  });
}

function poolFor(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}

/** Connections that are still closing are waited for (the server does, for 5 seconds); only what stays open is cut off. */
async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  await owner.query(`drop database ${name}`).catch(async (thrown: unknown) => {
    if (!(thrown instanceof pg.DatabaseError) || thrown.code !== '55006') throw thrown;
    await owner.query(`drop database ${name} with (force)`);
  });
}

/** A database of its own, cloned from the migrated template; `close` drops it. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await startEmbeddedPostgres({ dataFolder: inject('testDataFolder'), durable: false });
  await makeTemplate(server.ownerUrl);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.ownerUrl, (owner) => owner.query(`create database ${name} template ${template}`));
  const appUrl = withDatabase(server.appUrl, name);
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const pool = poolFor(appUrl, 5);
  const ownerPool = poolFor(ownerUrl, 2);
  return {
    pool,
    ownerPool,
    appUrl,
    ownerUrl,
    tenant: (organisationId) => tenantDatabase(pool, organisationId),
    // Its place in the register of clients lapses with the worker: the run's end stops the server.
    close: async () => {
      await Promise.all([pool.end(), ownerPool.end()]);
      await asOwner(server.ownerUrl, (owner) => dropDatabase(owner, name));
    },
  };
}

/** A database for all tests of a file, made before the first and dropped after the last. */
export function useTestDatabase(): TestDatabase {
  let database: TestDatabase | undefined;
  const current = (): TestDatabase => {
    if (!database) throw new Error('The test database is there from the first test on, not before.');
    return database;
  };
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database?.close();
  });
  return {
    get pool() {
      return current().pool;
    },
    get ownerPool() {
      return current().ownerPool;
    },
    get appUrl() {
      return current().appUrl;
    },
    get ownerUrl() {
      return current().ownerUrl;
    },
    tenant: (organisationId) => current().tenant(organisationId),
    close: () => current().close(),
  };
}
