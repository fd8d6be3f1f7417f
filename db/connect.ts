import pg from 'pg';
import { keepRunning } from './embedded/keep-running.ts';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import { StartProblem } from './embedded/start-problem.ts';
import { systemErrorCode } from './embedded/system-error.ts';
import { appRole, ensureAppRole } from './roles.ts';

export interface ConnectOptions {
  /** A PostgreSQL server of one's own; without it the embedded one is started. */
  databaseUrl?: string | undefined;
  /** The login that owns the schema, where `databaseUrl` names an unprivileged one. */
  databaseOwnerUrl?: string | undefined;
  /** Where the embedded database keeps its files. */
  dataFolder: string;
  /** Connections at most; 10 unless given. */
  poolSize?: number | undefined;
  log?: ((message: string) => void) | undefined;
  /** True starts the embedded server again when it ends before its time: for what runs for long. */
  keepRunning?: boolean | undefined;
}

export interface DatabaseHandle {
  /** Connections that row-level security binds. */
  pool: pg.Pool;
  /** The login for migrations. */
  ownerUrl: string;
  /** Closes every connection and leaves the embedded server. */
  close(): Promise<void>;
}

const connectLimitMs = 10_000;
/** Longer than the server's own limit for a statement: for a server that no longer answers at all. */
const answerLimitMs = 90_000;

/**
 * A pool whose broken connections neither end the process nor go unnoticed. Timeouts of statements
 * are set inside each transaction (tenant.ts), because pgbouncer refuses them at connecting.
 */
function makePool(connectionString: string, options: ConnectOptions, setRole: boolean): pg.Pool {
  const { poolSize = 10, log = () => undefined } = options;
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: connectLimitMs,
    idleTimeoutMillis: 30_000,
    query_timeout: answerLimitMs,
    keepAlive: true,
    application_name: 'capability-map',
    ...(setRole && {
      onConnect: async (client: pg.ClientBase) => {
        await client.query(`set role ${appRole}`);
      },
    }),
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log(`A database connection broke: ${error.message}`));
  return pool;
}

function unreachable(variable: string, url: string, error: unknown): StartProblem {
  const reason = error instanceof Error ? error.message || systemErrorCode(error) : String(error);
  // The address alone: the rest of the URL holds the password.
  const host = URL.canParse(url) ? ` at ${new URL(url).host}` : '';
  return new StartProblem(
    `The PostgreSQL server${host} that ${variable} names did not take the connection (${reason}): put the variable right or start the server.`,
  );
}

async function withLogin<T>(variable: string, url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectLimitMs });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw unreachable(variable, url, error);
    });
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function prepareRole(databaseUrl: string, databaseOwnerUrl: string | undefined): Promise<void> {
  if (databaseOwnerUrl === undefined) {
    await withLogin('DATABASE_URL', databaseUrl, (owner) => ensureAppRole(owner));
    return;
  }
  const login = await withLogin('DATABASE_URL', databaseUrl, async (client) => {
    const { rows } = await client.query<{ login: string }>('select current_user as login');
    return rows[0]?.login ?? '';
  });
  await withLogin('DATABASE_OWNER_URL', databaseOwnerUrl, (owner) => ensureAppRole(owner, { login }));
}

/**
 * Refuses connections that row-level security would not bind.
 *
 * @throws StartProblem naming the role and what is wrong with it.
 */
export async function checkBound(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; superuser: boolean; bypasses: boolean; owns: boolean }>(`
    select rolname as role, rolsuper as superuser, rolbypassrls as bypasses,
           exists (select from pg_class
                   where relkind in ('r', 'p', 'v', 'm', 'f')
                     and relnamespace not in (select oid from pg_namespace
                                              where nspname = 'information_schema' or nspname like 'pg\\_%')
                     and pg_has_role(current_user, relowner, 'USAGE')) as owns
    from pg_roles where rolname = current_user`);
  const found = rows[0];
  if (found && !found.superuser && !found.bypasses && !found.owns) return;
  const fault = found?.superuser ? 'is a superuser' : found?.bypasses ? 'bypasses row-level security' : 'owns tables';
  throw new StartProblem(
    `The database role "${found?.role}" ${fault}, so nothing would keep organisations apart: let DATABASE_URL name a login without such rights and DATABASE_OWNER_URL the one that owns the tables, or set DATABASE_URL alone.`,
  );
}

async function closing(pool: pg.Pool, stop: () => Promise<void>): Promise<void> {
  try {
    await pool.end();
  } finally {
    await stop();
  }
}

async function openHandle(pool: pg.Pool, ownerUrl: string, stop: () => Promise<void>): Promise<DatabaseHandle> {
  try {
    await checkBound(pool);
  } catch (error) {
    await closing(pool, stop);
    throw error;
  }
  let closed: Promise<void> | undefined;
  return { pool, ownerUrl, close: () => (closed ??= closing(pool, stop)) };
}

/**
 * Connects to the server that is named, or to the embedded one, with connections that row-level
 * security binds. With `databaseUrl` alone its login may own the tables: each connection then
 * takes on the app's role before its first use.
 *
 * @throws StartProblem when there is no connection or it would not be bound.
 */
export async function connectDatabase(options: ConnectOptions): Promise<DatabaseHandle> {
  const { databaseUrl, databaseOwnerUrl, dataFolder, log } = options;
  if (databaseUrl === undefined) {
    const embedded = await startEmbeddedPostgres({ dataFolder, log });
    const endWatch = options.keepRunning ? keepRunning(embedded, log ?? (() => undefined)) : async () => undefined;
    const stop = () => endWatch().finally(embedded.stop);
    return openHandle(makePool(embedded.appUrl, options, false), embedded.ownerUrl, stop);
  }
  await prepareRole(databaseUrl, databaseOwnerUrl);
  const pool = makePool(databaseUrl, options, databaseOwnerUrl === undefined);
  return openHandle(pool, databaseOwnerUrl ?? databaseUrl, async () => undefined);
}
