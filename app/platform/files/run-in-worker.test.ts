import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { provideBuiltWorkers } from './built-worker.server.ts';
import { fileLimits } from './file-limits.ts';
import { runInWorker } from './run-in-worker.server.ts';

const limits = { memoryMegabytes: 40, youngMegabytes: 8, milliseconds: 20_000 };

const run = (task: string, changes: Partial<typeof limits> = {}, onStep?: (step: number) => void) =>
  runInWorker<string, number>({ script: 'tests/fixtures/trying-worker.ts', task, limits: { ...limits, ...changes }, ...(onStep ? { onStep } : {}) });

describe('a worker', () => {
  it('answers, and tells its steps on the way', async () => {
    const steps: number[] = [];
    expect(await run('answer', {}, (step) => steps.push(step))).toEqual({ ok: true, answer: 'answer done' });
    expect(steps).toEqual([1, 2]);
  });

  it('that fills its memory is ended, and this process goes on', async () => {
    expect(await run('fill')).toEqual({ ok: false, problem: 'too-large' });
  });

  it('that goes on for ever is ended', async () => {
    expect(await run('spin', { milliseconds: 1_500 })).toEqual({ ok: false, problem: 'too-long' });
  });

  it('whose script fails rejects with what failed', async () => {
    await expect(run('fail')).rejects.toThrow('The script itself is wrong.');
  });

  it('waits for its turn, and is sent away where too many wait', async () => {
    const { atOnce, waiting } = fileLimits.workers;
    const all = await Promise.all(Array.from({ length: atOnce + waiting + 1 }, () => run('spin', { milliseconds: 50 })));
    expect(all.map((outcome) => !outcome.ok && outcome.problem)).toEqual([...Array.from({ length: atOnce + waiting }, () => 'too-long'), 'busy']);
    expect(await run('answer')).toMatchObject({ ok: true });
  });
});

describe('the script of a worker', () => {
  const inFolder = useTemporaryFolder();
  afterEach(() => provideBuiltWorkers(inject('builtScripts')));

  it('is run as it was built, where it was', async () => {
    mkdirSync(inFolder('tests/fixtures'), { recursive: true });
    writeFileSync(inFolder('tests/fixtures/trying-worker.js'), `require('node:worker_threads').parentPort.postMessage({ answer: 'built' });`);
    provideBuiltWorkers(inFolder('.'));
    expect(await run('answer')).toEqual({ ok: true, answer: 'built' });
  });

  it('is read as TypeScript where nothing was built', async () => {
    provideBuiltWorkers(inFolder('nothing-here'));
    expect(await run('answer')).toEqual({ ok: true, answer: 'answer done' });
    await expect(run('fail')).rejects.toThrow('The script itself is wrong.');
  });
});
