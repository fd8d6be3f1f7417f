import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isAlive, ownMark, pidOfMark, processMark } from './process-mark.ts';

describe('the mark of a process', () => {
  it('is alive while the process runs and tells its pid', () => {
    const mark = ownMark();
    expect(isAlive(mark)).toBe(true);
    expect(pidOfMark(mark)).toBe(process.pid);
  });

  it('differs from the next one of the same process', () => {
    expect(ownMark()).not.toBe(ownMark());
  });

  it('is dead once the process has been killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const mark = processMark(child.pid) ?? '';
    expect(isAlive(mark)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(mark)).toBe(false);
    expect(processMark(child.pid)).toBeUndefined();
  });

  it('is dead when its pid now belongs to a process that began at another time', () => {
    const [pid, start = '', random] = ownMark().split('.');
    expect(isAlive(`${pid}.${start}.${random}`)).toBe(true);
    expect(isAlive(`${pid}.1${start}.${random}`)).toBe(false);
  });

  it('takes what is no mark for dead', () => {
    for (const text of ['', 'passwords.json', '0.1.ab', `${process.pid}`, '-1.0.ab']) expect(isAlive(text)).toBe(false);
  });
});
