import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { StartProblem } from './embedded/start-problem.ts';
import { migrateDatabase, readMigrations } from './migrate.ts';
import { ensureAppRole } from './roles.ts';

const path = useTemporaryFolder();
const database = useTestDatabase();

interface Step {
  tag: string;
  when: number;
  sql: string;
}

const one: Step = { tag: '0000_one', when: 1000, sql: 'create table one (id int)' };
const two: Step = { tag: '0001_two', when: 2000, sql: 'create table two (id int);--> statement-breakpoint\ninsert into one values (2)' };
const broken: Step = { tag: '0001_broken', when: 2000, sql: 'create table two (id int);--> statement-breakpoint\nnonsense' };

function folderOf(name: string, steps: Step[]): string {
  mkdirSync(path(name, 'meta'), { recursive: true });
  for (const step of steps) writeFileSync(path(name, `${step.tag}.sql`), step.sql);
  const entries = steps.map(({ tag, when }, idx) => ({ idx, version: '7', when, tag, breakpoints: true }));
  writeFileSync(path(name, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }));
  return path(name);
}

async function emptyDatabase(name: string): Promise<string> {
  await database.ownerPool.query(`drop database if exists ${name} with (force)`);
  await database.ownerPool.query(`create database ${name}`);
  return Object.assign(new URL(database.ownerUrl), { pathname: `/${name}` }).href;
}

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tablesIn = (url: string) =>
  ask(url, async (client) => {
    const { rows } = await client.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    return rows.map((row) => row.relname);
  });

describe('migrating', () => {
  it('runs each migration once, the new ones later', async () => {
    const url = await emptyDatabase('migrate_twice');
    await migrateDatabase(url, folderOf('twice', [one]));
    expect(await tablesIn(url)).toEqual(['one']);
    await migrateDatabase(url, folderOf('twice', [one, two]));
    await migrateDatabase(url, path('twice'));
    expect(await tablesIn(url)).toEqual(['one', 'two']);
    expect(await ask(url, async (client) => (await client.query('select * from one')).rows)).toEqual([{ id: 2 }]);
  });

  it('by two processes at once happens once', async () => {
    const url = await emptyDatabase('migrate_race');
    const folder = folderOf('race', [one, two]);
    await Promise.all([migrateDatabase(url, folder), migrateDatabase(url, folder), migrateDatabase(url, folder)]);
    expect(await ask(url, async (client) => (await client.query('select * from one')).rows)).toEqual([{ id: 2 }]);
  });

  it('leaves nothing of a run in which one failed', async () => {
    const url = await emptyDatabase('migrate_failed');
    await expect(migrateDatabase(url, folderOf('failed', [one, broken]))).rejects.toThrow(/nonsense/);
    expect(await tablesIn(url)).toEqual([]);
    rmSync(path('failed'), { recursive: true });
    await migrateDatabase(url, folderOf('failed', [one, two]));
    expect(await tablesIn(url)).toEqual(['one', 'two']);
  });

  it('refuses a migration that was changed after it ran', async () => {
    const url = await emptyDatabase('migrate_changed');
    await migrateDatabase(url, folderOf('changed', [one]));
    const changed = folderOf('changed', [{ ...one, sql: 'create table one (id bigint)' }, two]);
    await expect(migrateDatabase(url, changed)).rejects.toThrow(/0000_one was changed after it ran/);
    expect(await tablesIn(url)).toEqual(['one']);
    await migrateDatabase(url, folderOf('changed', [one, two]));
  });

  it('refuses a database that a newer release migrated', async () => {
    const url = await emptyDatabase('migrate_newer');
    await migrateDatabase(url, folderOf('newer', [one, two]));
    await expect(migrateDatabase(url, folderOf('older', [one]))).rejects.toThrow(StartProblem);
    await expect(migrateDatabase(url, path('older'))).rejects.toThrow(/newer than this release/);
  });

  it('refuses a migration that was slipped in before one that ran, which Drizzle would pass over', async () => {
    const url = await emptyDatabase('migrate_slipped');
    await migrateDatabase(url, folderOf('slipped', [one, { ...two, tag: '0001_later', when: 3000 }]));
    const between = { tag: '0001_between', when: 2500, sql: 'create table between_them (id int)' };
    const folder = folderOf('slipped', [one, between, { ...two, tag: '0002_later', when: 3000 }]);
    await expect(migrateDatabase(url, folder)).rejects.toThrow(/in another order/);
  });
});

describe('the journal', () => {
  it('of this project is in order, with every file there', () => {
    expect(readMigrations('drizzle').length).toBeGreaterThan(0);
  });

  it('must be strictly increasing', () => {
    expect(readMigrations(folderOf('rising', [one, two])).map((migration) => migration.tag)).toEqual(['0000_one', '0001_two']);
    expect(() => readMigrations(folderOf('equal', [one, { ...two, when: one.when }]))).toThrow(/0001_two is out of order/);
    expect(() => readMigrations(folderOf('falling', [two, one]))).toThrow(/0000_one is out of order/);
  });

  it('must not name a file that is missing', () => {
    const folder = folderOf('missing', [one, two]);
    rmSync(path('missing', '0001_two.sql'));
    expect(() => readMigrations(folder)).toThrow(/0001_two\.sql is missing/);
  });
});

describe("the app's role", () => {
  it('may use tables that come later, and does not get back at the next start what a migration took away', async () => {
    const url = await emptyDatabase('migrate_rights');
    const trail = { tag: '0000_trail', when: 1, sql: 'create table trail (id int); create table plain (id int); revoke update, delete on trail from capability_app' };
    const rights = () =>
      ask(url, async (client) => {
        await ensureAppRole(client);
        const { rows } = await client.query<{ trail: boolean; insert: boolean; plain: boolean; create: boolean }>(
          `select has_table_privilege('capability_app', 'trail', 'update') as trail,
                  has_table_privilege('capability_app', 'trail', 'insert') as insert,
                  has_table_privilege('capability_app', 'plain', 'update') as plain,
                  has_schema_privilege('capability_app', 'public', 'create') as create`,
        );
        return rows[0];
      });
    await ask(url, (client) => ensureAppRole(client));
    await migrateDatabase(url, folderOf('rights', [trail]));
    const expected = { trail: false, insert: true, plain: true, create: false };
    expect(await rights()).toEqual(expected);
    expect(await rights()).toEqual(expected);
  });

  it('is set up by several processes at once', async () => {
    const urls = await Promise.all([emptyDatabase('roles_a'), emptyDatabase('roles_b')]);
    const runs = [...urls, ...urls, ...urls].map((url) => ask(url, (client) => ensureAppRole(client)));
    await expect(Promise.all(runs)).resolves.toHaveLength(6);
  });
});
