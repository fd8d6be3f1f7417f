import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { disarmStaleLockFile, runningPostmaster } from './postmaster-pid.ts';

const path = useTemporaryFolder();

function lockFileOf(cluster: string, pid: number): string {
  mkdirSync(path(cluster));
  const file = path(cluster, 'postmaster.pid');
  writeFileSync(file, `${pid}\n${path(cluster)}\n1700000000\n5555\n\n127.0.0.1\n  123   45\nready   \n`);
  return file;
}

describe("PostgreSQL's own lock file", () => {
  it('names no running server when it is not there or is damaged', () => {
    mkdirSync(path('empty'));
    expect(runningPostmaster(path('empty'))).toBeUndefined();
    writeFileSync(path('empty', 'postmaster.pid'), 'x');
    expect(runningPostmaster(path('empty'))).toBeUndefined();
  });

  it('names no running server when its process serves something else', () => {
    lockFileOf('reused', process.pid);
    expect(runningPostmaster(path('reused'))).toBeUndefined();
  });

  it('keeps its shared memory but loses a pid that another program bears now', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    const file = lockFileOf('taken', other.pid ?? 0);
    disarmStaleLockFile(path('taken'));
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines[0]).toBe(String(process.pid));
    expect(lines[6]).toBe('  123   45');
    other.kill('SIGKILL');
    await once(other, 'exit');
  });

  it('stays as it is when its process has ended: PostgreSQL deals with that itself', () => {
    const file = lockFileOf('ended', 2 ** 22 + 1);
    const before = readFileSync(file, 'utf8');
    disarmStaleLockFile(path('ended'));
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
