import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { programPath, type Binaries } from './locate-binaries.ts';
import { ownMark } from './process-mark.ts';
import { runProgram } from './run-program.ts';
import { StartProblem } from './start-problem.ts';
import { systemErrorCode } from './system-error.ts';
import type { SystemUser } from './system-user.ts';

/** The superuser of an embedded database, which owns the schema. */
export const ownerName = 'capability_owner';

const limitMs = 180_000;

export interface ClusterPlan {
  binaries: Binaries;
  user: SystemUser | undefined;
  /** The folder that the server's user owns; the cluster comes to lie in it. */
  serverFolder: string;
  ownerPassword: string;
  durable: boolean;
}

/** The folder of the cluster itself. */
export function clusterFolder(serverFolder: string): string {
  return join(serverFolder, 'cluster');
}

/** Whether a complete cluster is there: an unfinished one never gets this name. */
export function clusterIsThere(serverFolder: string): boolean {
  return existsSync(join(clusterFolder(serverFolder), 'PG_VERSION'));
}

async function writePassword(file: string, password: string, user: SystemUser | undefined): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(password);
    if (user) await handle.chown(user.uid, user.gid);
  } finally {
    await handle.close();
  }
}

/** Removes what killed runs left. Retries, because the initdb of such a run may be writing its last. */
function clearAway(serverFolder: string): void {
  for (const name of readdirSync(serverFolder)) {
    if (!name.startsWith('new-')) continue;
    rmSync(join(serverFolder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** The problem that the output of a failed initdb tells of. */
export function initdbProblem(serverFolder: string, output: string): StartProblem {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new StartProblem(
      `The disk that holds ${serverFolder} is full: a new database needs about 50 MB; make room, or set DATA_FOLDER to a folder on another disk.`,
    );
  }
  const lines = output.trim().split('\n');
  const telling = lines.find((line) => /error|fatal|could not/i.test(line)) ?? lines.at(-1) ?? '';
  return new StartProblem(
    `A new database could not be made in ${serverFolder} ("${telling.trim()}"): put that right, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

function parameters(plan: ClusterPlan, cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${ownerName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The builtin locale sorts the same on every system; the C locale is there on every system.
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--set=timezone=UTC',
    '--set=log_timezone=UTC',
    '--no-instructions',
    ...(plan.durable ? [] : ['--no-sync']),
  ];
}

/**
 * Makes a new database cluster: under a temporary name, then renamed, so that a run that was cut
 * short leaves nothing that looks like a database. The caller holds the lock.
 *
 * @throws StartProblem when initdb fails.
 */
export async function initialiseCluster(plan: ClusterPlan): Promise<void> {
  clearAway(plan.serverFolder);
  const mark = ownMark();
  const draft = join(plan.serverFolder, `new-cluster-${mark}`);
  const passwordFile = join(plan.serverFolder, `new-password-${mark}`);
  try {
    await writePassword(passwordFile, plan.ownerPassword, plan.user);
    const { exitCode, output } = await runProgram(
      programPath(plan.binaries, 'initdb'),
      parameters(plan, draft, passwordFile),
      { user: plan.user, limitMs },
    );
    if (exitCode !== 0) throw initdbProblem(plan.serverFolder, output);
    renameSync(draft, clusterFolder(plan.serverFolder));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOSPC') throw initdbProblem(plan.serverFolder, 'No space left on device');
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}
