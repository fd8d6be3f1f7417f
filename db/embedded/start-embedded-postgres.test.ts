import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { childScript, type ChildScript } from '#tests/helpers/child-script.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { deleteDataFolder } from './delete-data-folder.ts';
import { runningPostmaster } from './postmaster-pid.ts';
import { isAlive, processMark } from './process-mark.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.ts';
import { StartProblem } from './start-problem.ts';

const path = useTemporaryFolder();
const asRoot = process.getuid?.() === 0;
const started: EmbeddedPostgres[] = [];
const children: ChildScript[] = [];
const patience = { timeout: 60_000, interval: 5 };

async function start(name: string, durable = false): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder: path(name), durable, outsideFolders: [path('outside')] });
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  for (const server of started.splice(0)) await server.stop();
});

async function ask(connectionString: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text: sql });
    return Object.values(rows.at(-1) ?? {})[0];
  } finally {
    await client.end();
  }
}

const cluster = (name: string) => path(name, 'server', 'cluster');
const serverPid = (name: string) => runningPostmaster(cluster(name))?.pid ?? 0;

function clientProcess(name: string): ChildScript {
  const child = childScript('tests/fixtures/embedded-client.ts', path(name));
  children.push(child);
  return child;
}

async function joinFromOutside(name: string): Promise<ChildScript & { ownerUrl: string }> {
  const child = clientProcess(name);
  return { ...child, ...(JSON.parse(await child.nextLine()) as { ownerUrl: string }) };
}

async function killServer(name: string): Promise<void> {
  const pid = serverPid(name);
  const mark = processMark(pid) ?? '';
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(mark), patience).toBe(false);
}

describe('the embedded database', () => {
  it('starts, stops with its client, and has its data at the next start', async () => {
    const first = await start('twice');
    await ask(first.ownerUrl, 'create table kept (word text)');
    await ask(first.ownerUrl, `insert into kept values ('here')`);
    const pid = serverPid('twice');
    expect(pid).toBeGreaterThan(0);
    await first.stop();
    expect(processMark(pid)).toBeUndefined();
    await expect(ask(first.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const second = await start('twice');
    expect(await ask(second.ownerUrl, 'select word from kept')).toBe('here');
  });

  it('is safe against power cuts unless told otherwise, listens to this machine alone and sorts alike everywhere', async () => {
    const { ownerUrl } = await start('settings', true);
    expect(await ask(ownerUrl, 'show fsync')).toBe('on');
    expect(await ask(ownerUrl, 'show full_page_writes')).toBe('on');
    expect(await ask(ownerUrl, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(ownerUrl, 'show unix_socket_directories')).toBe('');
    const locale = `select datlocprovider::text || datlocale from pg_database where datname = current_database()`;
    expect(await ask(ownerUrl, locale)).toBe('bC.UTF-8');
    expect(await ask((await start('twice')).ownerUrl, 'show fsync')).toBe('off');
  });

  it('asks for its passwords, and gives the app a login without privileges', async () => {
    const { ownerUrl, appUrl } = await start('settings', true);
    const rights = 'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user';
    expect(await ask(ownerUrl, rights)).toBe(true);
    expect(await ask(appUrl, rights)).toBe(false);
    expect(await ask(appUrl, 'select current_user')).toBe('capability_app');
    await expect(ask(appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
    for (const url of [ownerUrl, appUrl]) {
      await expect(ask(Object.assign(new URL(url), { password: 'guess' }).href, 'select 1')).rejects.toThrow(/password/);
    }
    expect(statSync(path('settings', 'passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('is shared by processes and runs until the last of them leaves', async () => {
    const first = await joinFromOutside('shared');
    const pid = serverPid('shared');
    const second = await start('shared', true);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await first.finish()).toBe(0);
    expect(serverPid('shared')).toBe(pid);
    expect(await ask(second.appUrl, 'select 1')).toBe(1);
    await second.stop();
    await second.stop();
    expect(serverPid('shared')).toBe(0);
  });

  it('is made once when several processes start it for the first time at once', async () => {
    const clients = await Promise.all([joinFromOutside('race'), joinFromOutside('race'), start('race', true)]);
    expect(new Set(clients.map((client) => client.ownerUrl)).size).toBe(1);
    expect(readdirSync(path('race', 'server'))).toEqual(['cluster']);
    for (const client of clients) if ('finish' in client) expect(await client.finish()).toBe(0);
  });

  it('is taken over from a process that was killed', async () => {
    const killed = await joinFromOutside('orphan');
    const pid = serverPid('orphan');
    await killed.kill();
    expect(serverPid('orphan')).toBe(pid);
    const heir = await start('orphan', true);
    expect(heir.ownerUrl).toBe(killed.ownerUrl);
    await heir.stop();
    expect(serverPid('orphan')).toBe(0);
  });
});

describe('after everything was killed', () => {
  const pidFile = (name: string) => `${cluster(name)}/postmaster.pid`;
  const writePid = (name: string, pid: unknown) =>
    writeFileSync(pidFile(name), readFileSync(pidFile(name), 'utf8').replace(/^\d+/, String(pid).trim()));
  it('the next start has every committed row and none that was not', async () => {
    const app = await joinFromOutside('crash');
    await ask(app.ownerUrl, 'create table saved (id int)');
    await ask(app.ownerUrl, 'insert into saved select generate_series(1, 1000)');
    const busy = new pg.Client({ connectionString: app.ownerUrl });
    busy.on('error', () => undefined);
    await busy.connect();
    await busy.query('begin');
    await busy.query('insert into saved select generate_series(1, 1000)');
    // Computes without looking up, so it outlives its server and holds on to the shared memory.
    const computing = busy.query('select count(*) from generate_series(1, 12000000)').catch((error: Error) => error);
    await killServer('crash');
    await app.kill();
    const next = await start('crash', true);
    expect(await ask(next.ownerUrl, 'select count(*)::int from saved')).toBe(1000);
    expect(readFileSync(path('crash', 'server.log'), 'utf8')).toContain('pre-existing shared memory block');
    await computing;
    await busy.end().catch(() => undefined);
  });

  it('the next start recovers though another program has come to bear the pid of the server', async () => {
    await (await joinFromOutside('pid')).kill();
    await killServer('pid');
    const { uid, gid } = statSync(cluster('pid'));
    const other = spawn('sleep', ['600'], asRoot ? { uid, gid } : {});
    await once(other, 'spawn');
    writePid('pid', other.pid);
    expect(await ask((await start('pid', true)).appUrl, 'select 1')).toBe(1);
    expect(other.exitCode).toBeNull();
    other.kill('SIGKILL');
  });

  it('the next start recovers though nobody has collected the ended server yet', async () => {
    await (await joinFromOutside('zombie')).kill();
    await killServer('zombie');
    const { uid, gid } = statSync(cluster('zombie'));
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 600'], asRoot ? { uid, gid } : {});
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    writePid('zombie', pid);
    expect(await ask((await start('zombie', true)).appUrl, 'select 1')).toBe(1);
    parent.kill('SIGKILL');
  });

  it('a first start that was cut short is done again', async () => {
    const child = clientProcess('cut');
    const begun = () => statSync(path('cut', 'server'), { throwIfNoEntry: false }) && readdirSync(path('cut', 'server'));
    await expect.poll(() => begun()?.some((name) => name.startsWith('new-cluster')), patience).toBe(true);
    await child.kill();
    const next = await start('cut');
    expect(await ask(next.appUrl, 'select 1')).toBe(1);
    expect(readdirSync(path('cut', 'server'))).toEqual(['cluster']);
  });
});

describe('what keeps it from starting', () => {
  it('a data folder that cannot be made is said in one sentence', async () => {
    writeFileSync(path('file'), '');
    await expect(start('file/data')).rejects.toThrow(/^The data folder \S+ cannot be written .*\.$/);
  });

  /** Starts a sound database, then with the file changed, then with the file as it was. */
  async function refusalWith(file: string, content: string): Promise<unknown> {
    await (await start('refused')).stop();
    const sound = readFileSync(file);
    writeFileSync(file, content);
    const refusal: unknown = await start('refused').catch((error: unknown) => error);
    expect(serverPid('refused')).toBe(0);
    writeFileSync(file, sound);
    await (await start('refused')).stop();
    expect(refusal).toBeInstanceOf(StartProblem);
    return refusal;
  }

  it('passwords that are not its own', async () => {
    const refusal = await refusalWith(path('refused', 'passwords.json'), JSON.stringify({ owner: 'x', app: 'y' }));
    expect(String(refusal)).toMatch(/are not those of the database/);
  });

  it('data of another major version', async () => {
    expect(String(await refusalWith(`${cluster('refused')}/PG_VERSION`, '17\n'))).toMatch(/made by PostgreSQL 17/);
  });

  it('a server that does not come up is named with its log', async () => {
    const refusal = await refusalWith(`${cluster('refused')}/postgresql.auto.conf`, 'shared_buffers = nonsense\n');
    expect(String(refusal)).toMatch(/did not come up.*see \S+server\.log/s);
    expect(String(refusal)).toContain('postgresql.auto.conf');
  });
});

// There is another user to run as only for root.
if (asRoot) it('as root it runs as an unprivileged user, also from a folder that only root may enter', async () => {
  await start('root');
  expect(statSync(`/proc/${serverPid('root')}`).uid).not.toBe(0);
  mkdirSync(path('home'));
  chmodSync(path('home'), 0o700);
  const server = await start('home/data');
  expect(await ask(server.appUrl, 'select 1')).toBe(1);
  await server.stop();
  const again = await start('home/data');
  const place = String(await ask(again.ownerUrl, 'show data_directory'));
  expect(place.startsWith(path('outside'))).toBe(true);
  expect(statSync(place).uid).not.toBe(0);
  await expect(deleteDataFolder(path('home/data'))).rejects.toThrow(/is in use/);
  await again.stop();
  await deleteDataFolder(path('home/data'));
  expect(existsSync(place)).toBe(false);
  expect(existsSync(path('home/data'))).toBe(false);
  await deleteDataFolder(path('home/data'));
});
