import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { childScript } from '#tests/helpers/child-script.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { withExclusiveLock } from './exclusive-lock.ts';
import { StartProblem } from './start-problem.ts';

const path = useTemporaryFolder();

async function mostAtOnce(run: (work: () => Promise<void>) => Promise<void>): Promise<number> {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await pause(3);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => run(work)));
  return most;
}

describe('the lock', () => {
  it('lets one call in at a time, where without it all are in at once', async () => {
    expect(await mostAtOnce((work) => work())).toBe(8);
    expect(await mostAtOnce((work) => withExclusiveLock(path('calls'), work))).toBe(1);
  });

  it('lets one process in at a time', async () => {
    writeFileSync(path('number'), '0');
    const processes = [1, 2, 3].map(() => childScript('tests/fixtures/lock-user.ts', path('many'), path('number'), '15'));
    await Promise.all(processes.map((child) => child.nextLine()));
    expect(readFileSync(path('number'), 'utf8')).toBe('45');
    expect(readdirSync(path('many'))).toEqual([]);
  });

  it('passes over the tickets of processes that ended, and clears them away', async () => {
    mkdirSync(path('stale'));
    for (const name of ['ticket~1~1.1x0.ab', 'choosing~0~1.1x0.cd']) writeFileSync(path('stale', name), '');
    expect(await withExclusiveLock(path('stale'), async () => 'in', 1000)).toBe('in');
    expect(readdirSync(path('stale'))).toEqual([]);
  });

  it('gives up in the end while another holds it, and works again afterwards', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holder = withExclusiveLock(path('held'), () => held);
    await expect(withExclusiveLock(path('held'), async () => 'in', 60)).rejects.toThrow(StartProblem);
    letGo();
    await holder;
    expect(await withExclusiveLock(path('held'), async () => 'in', 60)).toBe('in');
  });

  it('is free again after work that failed', async () => {
    const failing = withExclusiveLock(path('failed'), () => Promise.reject(new Error('no luck')));
    await expect(failing).rejects.toThrow('no luck');
    expect(await withExclusiveLock(path('failed'), async () => 'in', 60)).toBe('in');
  });
});
