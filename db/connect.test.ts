import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { checkBound, connectDatabase, type ConnectOptions, type DatabaseHandle } from './connect.ts';
import { StartProblem } from './embedded/start-problem.ts';

const path = useTemporaryFolder();
const database = useTestDatabase();
const handles: DatabaseHandle[] = [];

async function connect(options: Partial<ConnectOptions>): Promise<DatabaseHandle> {
  const handle = await connectDatabase({ dataFolder: path('data'), ...options });
  handles.push(handle);
  return handle;
}

afterEach(async () => {
  for (const handle of handles.splice(0)) await handle.close();
});

/** Logins of the tests' own; they belong to the whole server, so the file's database tells them apart. */
const name = (login: string) => `${login}_${new URL(database.ownerUrl).pathname.slice(1)}`;

function urlOf(login: string, databaseName = new URL(database.ownerUrl).pathname.slice(1)): string {
  return Object.assign(new URL(database.ownerUrl), { username: name(login), password: 'pw', pathname: `/${databaseName}` }).href;
}

beforeAll(async () => {
  const { ownerPool } = database;
  await ownerPool.query(`create role ${name('plain')} login password 'pw'`);
  await ownerPool.query(`create role ${name('bypassing')} login bypassrls password 'pw'`);
  await ownerPool.query(`create role ${name('owning')} login password 'pw'`);
  await ownerPool.query(`create role ${name('heir')} login password 'pw' in role ${name('owning')}`);
  await ownerPool.query(`create table owned (id int)`);
  await ownerPool.query(`alter table owned owner to ${name('owning')}`);
  await ownerPool.query(`create role ${name('managed')} login password 'pw'`);
  await ownerPool.query(`create database ${name('managed')} owner ${name('managed')}`);
});

async function roleOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ role: string }>('select current_user as role');
  return rows[0]?.role ?? '';
}

describe('connecting', () => {
  it('with the embedded database works under the unprivileged role, and closing leaves it', async () => {
    const handle = await connect({});
    expect(await roleOf(handle.pool)).toBe('capability_app');
    await handle.close();
    await expect(handle.pool.query('select 1')).rejects.toThrow('after calling end');
    await expect(checkBound(new pg.Pool({ connectionString: handle.ownerUrl }))).rejects.toThrow(/ECONNREFUSED/);
  });

  it("with one login that owns everything takes on the app's role in every connection before its first use", async () => {
    const { pool } = await connect({ databaseUrl: database.ownerUrl, poolSize: 4 });
    const roles = await Promise.all(Array.from({ length: 12 }, () => roleOf(pool)));
    expect(new Set(roles)).toEqual(new Set(['capability_app']));
    expect(pool.totalCount).toBe(4);
    await expect(checkBound(database.ownerPool)).rejects.toThrow(/is a superuser/);
  });

  it('with a login for each purpose leaves the unprivileged one as it is', async () => {
    const handle = await connect({ databaseUrl: urlOf('plain'), databaseOwnerUrl: database.ownerUrl });
    expect(await roleOf(handle.pool)).toBe(name('plain'));
    expect(handle.ownerUrl).toBe(database.ownerUrl);
    const { rows } = await handle.pool.query(`select pg_has_role(current_user, 'capability_app', 'SET') as may`);
    expect(rows).toEqual([{ may: true }]);
  });

  it('goes on after every connection was cut', async () => {
    const { pool } = await connect({ databaseUrl: database.ownerUrl });
    await Promise.all([1, 2, 3].map(() => roleOf(pool)));
    const cut = await database.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'capability-map' and datname = current_database()`,
    );
    expect(cut.rowCount).toBeGreaterThan(0);
    await expect.poll(() => pool.totalCount, { timeout: 30_000 }).toBe(0);
    expect(await roleOf(pool)).toBe('capability_app');
  });
});

describe('a login that row-level security would not bind is refused:', () => {
  it.each([
    ['a superuser', () => database.ownerUrl, /is a superuser/],
    ['one that bypasses row-level security', () => urlOf('bypassing'), /bypasses row-level security/],
    ['the owner of a table', () => urlOf('owning'), /owns tables/],
    ['a member of the owner of a table', () => urlOf('heir'), /owns tables/],
  ])('%s', async (_what, url, message) => {
    const connecting = connect({ databaseUrl: url(), databaseOwnerUrl: database.ownerUrl });
    await expect(connecting).rejects.toThrow(StartProblem);
    await expect(connecting).rejects.toThrow(message);
  });
});

describe('a server that does not play along', () => {
  it('is named without its password', async () => {
    const url = 'postgres://someone:secret@127.0.0.1:1/none';
    const refusal: unknown = await connect({ databaseUrl: url }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartProblem);
    expect(String(refusal)).toMatch(/127\.0\.0\.1:1 that DATABASE_URL names did not take the connection/);
    expect(String(refusal)).not.toContain('secret');
    const wrong = Object.assign(new URL(database.appUrl), { password: 'secret' }).href;
    await expect(connect({ databaseUrl: database.ownerUrl, databaseOwnerUrl: wrong })).rejects.toThrow(/DATABASE_OWNER_URL names/);
  });

  it('and does not let the owner set up the role: the sentence holds the SQL that helps', async () => {
    const url = urlOf('managed', name('managed'));
    const refusal: unknown = await connect({ databaseUrl: url }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StartProblem);
    const sql = /run "(.*)" in this database/.exec(String(refusal))?.[1] ?? '';
    expect(sql).toContain('grant capability_app');
    const administrator = new pg.Client(Object.assign(new URL(database.ownerUrl), { pathname: `/${name('managed')}` }).href);
    await administrator.connect();
    await administrator.query(sql);
    await administrator.end();
    expect(await roleOf((await connect({ databaseUrl: url })).pool)).toBe('capability_app');
  });
});
