import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { systemErrorCode } from './system-error.ts';

/** The mark used where a system does not tell when a process began. */
const unknownStart = '0';

/** Ticks count from the boot, so the same pid and tick can come again after the next one. */
function bootName(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return '';
  }
}

function linuxStart(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; only its parent has not noticed yet.
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${fields[19]}x${bootName()}`;
}

function otherUnixStart(pid: number): string | undefined {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const [state, ...began] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      env,
      encoding: 'utf8',
      timeout: 5000,
    })
      .trim()
      .split(/\s+/);
    return state?.startsWith('Z') ? undefined : String(Date.parse(`${began.join(' ')} UTC`));
  } catch {
    return undefined;
  }
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'win32') return unknownStart;
  return otherUnixStart(pid);
}

/** Whether the process table holds this pid, be it of a process that has ended and was not collected yet. */
export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user exists, though it takes no signal from this one.
    return systemErrorCode(error) === 'EPERM';
  }
}

/**
 * A name for a running process that no later process can have, fit for a file name: its pid, when
 * it began (a pid is given out again) and a random part that tells several marks of one process
 * apart. Undefined when no such process runs.
 */
export function processMark(pid = process.pid): string | undefined {
  if (!pidExists(pid)) return undefined;
  const start = startOf(pid);
  return start === undefined ? undefined : `${pid}.${start}.${randomBytes(6).toString('hex')}`;
}

/** Whether the very process that a mark was made for still runs. Anything that is no mark counts as ended. */
export function isAlive(mark: string): boolean {
  const parts = /^(\d+)\.([0-9a-z]+)\.[0-9a-f]+$/.exec(mark);
  if (!parts) return false;
  const pid = Number(parts[1]);
  if (pid < 1 || !pidExists(pid)) return false;
  const start = startOf(pid);
  return start !== undefined && (start === parts[2] || start === unknownStart);
}

/** The pid inside a mark, for messages. */
export function pidOfMark(mark: string): number {
  return Number(mark.split('.')[0]);
}

/** The mark of this process. */
export function ownMark(): string {
  const mark = processMark();
  if (mark === undefined) throw new Error('this process cannot see itself in the process table');
  return mark;
}
