import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { programPath, type Binaries } from './locate-binaries.ts';
import { disarmStaleLockFile, runningPostmaster, type Postmaster } from './postmaster-pid.ts';
import { programEnvironment } from './run-program.ts';
import { openServerLog, serverLogFrom, serverLogLength } from './server-log.ts';
import { StartProblem } from './start-problem.ts';
import type { SystemUser } from './system-user.ts';

const pauseMs = 20;
/** Long, because recovery after a crash replays what was not yet in the tables. */
const limitMs = 180_000;
/** How long to wait for the processes of a killed server, which still hold its shared memory: longer than a statement may run. */
const orphanLimitMs = 75_000;

export interface ServerPlan {
  binaries: Binaries;
  user: SystemUser | undefined;
  cluster: string;
  log: string;
  durable: boolean;
  /** The port to listen on, for a server that is started again under those who know it; any free one unless given. */
  port?: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a listening socket has no port');
  return address.port;
}

function settings(plan: ServerPlan, port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its path has a length limit that a deep project folder passes.
    unix_socket_directories: '',
    log_checkpoints: 'off',
    ...(plan.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Starts the server as a process of its own, which outlives this one and gets none of its terminal's signals. */
function launch(plan: ServerPlan, port: number): { ended: () => string | undefined } {
  const log = openServerLog(plan.log);
  let ended: string | undefined;
  const child = spawn(programPath(plan.binaries, 'postgres'), ['-D', plan.cluster, ...settings(plan, port)], {
    ...(plan.user && { uid: plan.user.uid, gid: plan.user.gid }),
    cwd: '/',
    env: programEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  });
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `it ended with ${signal ?? `code ${code}`}`));
  child.unref();
  closeSync(log);
  return { ended: () => ended };
}

/** Waits until the server takes connections; undefined when it ended instead. */
async function waitUntilReady(cluster: string, ended: () => string | undefined): Promise<Postmaster | undefined> {
  const giveUpAt = Date.now() + limitMs;
  while (Date.now() < giveUpAt) {
    const postmaster = runningPostmaster(cluster);
    if (postmaster?.ready) return postmaster;
    if (ended() !== undefined) return undefined;
    await pause(pauseMs);
  }
  return undefined;
}

function lastLine(log: string): string {
  const lines = log.trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
}

/**
 * Waits for a server that is coming up already, or starts one. The caller holds the lock.
 *
 * @throws StartProblem, naming the log, when the server does not come up.
 */
export async function startServer(plan: ServerPlan): Promise<Postmaster> {
  if (runningPostmaster(plan.cluster)) {
    const gone = () => (runningPostmaster(plan.cluster) ? undefined : 'it ended');
    const adopted = await waitUntilReady(plan.cluster, gone);
    if (adopted) return adopted;
  }
  const orphansUntil = Date.now() + orphanLimitMs;
  for (let attempt = 1; ; attempt += 1) {
    disarmStaleLockFile(plan.cluster);
    const logStart = serverLogLength(plan.log);
    const { ended } = launch(plan, plan.port ?? (await freePort()));
    const postmaster = await waitUntilReady(plan.cluster, ended);
    if (postmaster) return postmaster;
    const log = serverLogFrom(plan.log, logStart);
    const orphans = /pre-existing shared memory block/.test(log) && Date.now() < orphansUntil;
    // A killed server can still be on its way out when its lock file is looked at.
    const dying = /lock file .* already exists/.test(log) && attempt < 20;
    const portTaken = /could not bind|Address already in use/.test(log) && attempt < 5;
    if (!orphans && !dying && !portTaken) {
      throw new StartProblem(
        `The database did not come up: ${ended() ?? 'it took too long'} (last message: "${lastLine(log)}"); see ${plan.log}.`,
      );
    }
    await pause(orphans || dying || plan.port ? 250 : 0);
  }
}
