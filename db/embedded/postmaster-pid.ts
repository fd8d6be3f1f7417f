import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pidExists, processMark } from './process-mark.ts';

/** What PostgreSQL's own lock file says of the server that wrote it. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

function lockFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** Whether the process is a server of this cluster; a pid in the file may since belong to any other program. */
function servesCluster(pid: number, cluster: string): boolean {
  if (processMark(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  try {
    // A server's working folder is its data folder.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', timeout: 5000 }).includes(cluster);
  } catch {
    return false;
  }
}

/** The server that runs on the cluster, if one does. `ready` says that it takes connections; the port is 0 until it has one. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(lockFile(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 1 || !servesCluster(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Makes the lock file of an ended server harmless to the next one. PostgreSQL itself passes over
 * one whose process is gone, but refuses to start while any other process has come to bear that
 * pid, or while the ended server's own entry in the process table waits to be collected. The file is not deleted: it also names the shared memory by which a new server notices that
 * old server processes still write to the data. Instead the pid is replaced by that of this
 * process, which PostgreSQL, as the child of this process, takes for stale.
 */
export function disarmStaleLockFile(cluster: string): void {
  let lines: string[];
  try {
    lines = readFileSync(lockFile(cluster), 'utf8').split('\n');
  } catch {
    return;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 1 || !pidExists(pid)) return;
  writeFileSync(lockFile(cluster), [String(process.pid), ...lines.slice(1)].join('\n'));
}
