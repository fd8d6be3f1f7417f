import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from './job.ts';
import { startJobs } from './start-jobs.server.ts';

const logged: unknown[] = [];
const log = { error: (...words: unknown[]) => logged.push(words), warn: (...words: unknown[]) => logged.push(words) };
const runtime = { log: log as unknown as Parameters<typeof startJobs>[1]['log'] };
let stop: (() => Promise<void>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
  logged.length = 0;
});

/** A job that is done by hand: each run is kept, and `end` ends the one under way. */
function handmade(name = 'handmade') {
  let end: (error?: Error) => void = () => undefined;
  const runs: AbortSignal[] = [];
  const job: Job = {
    name,
    everySeconds: 0.001,
    run: (stopping) => {
      runs.push(stopping);
      return new Promise<void>((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve());
      });
    },
  };
  const count = async (wanted: number) => {
    await expect.poll(() => runs.length).toBe(wanted);
  };
  return { job, runs, end: (error?: Error) => end(error), count };
}

describe('startJobs', () => {
  it('runs each job again after its run has ended, never twice at once, and none waits for another', async () => {
    const [slow, quick] = [handmade('slow'), handmade('quick')];
    stop = startJobs([slow.job, quick.job], runtime);
    for (let run = 1; run <= 3; run += 1) {
      await quick.count(run);
      await wait(5);
      expect(quick.runs).toHaveLength(run);
      quick.end();
    }
    await quick.count(4);
    expect(slow.runs).toHaveLength(1);
    slow.end();
    quick.end();
  });

  it('goes on after an error, and logs which job it was', async () => {
    const { job, count, end } = handmade();
    stop = startJobs([job], runtime);
    end(new Error('The disk is full.'));
    await count(2);
    expect(logged).toMatchObject([[{ job: 'handmade', err: { message: 'The disk is full.' } }, 'a job failed']]);
    end();
  });

  it('logs what a job throws before it has begun to wait', async () => {
    const run = (): Promise<void> => {
      throw new Error('At once.');
    };
    stop = startJobs([{ name: 'hasty', everySeconds: 100, run }], runtime);
    await wait(0);
    expect(logged).toMatchObject([[{ job: 'hasty' }, 'a job failed']]);
  });

  it('tells a running job to stop, waits for it, and runs nothing afterwards', async () => {
    const { job, runs, end } = handmade();
    stop = startJobs([job], runtime);
    let isStopped = false;
    const stopped = stop().then(() => (isStopped = true));
    await wait(20);
    expect(isStopped).toBe(false);
    expect(runs[0]?.aborted).toBe(true);
    end();
    await stopped;
    await stop();
    await wait(20);
    expect(runs).toHaveLength(1);
  });

  it('leaves a job behind that does not end, and says so', async () => {
    const { job, end } = handmade();
    stop = startJobs([job], runtime, { patience: 10 });
    await stop();
    expect(logged).toMatchObject([[{ afterMs: 10 }, expect.stringContaining('left behind')]]);
    end();
  });

  it('ends a wait for the next run at once', async () => {
    let runs = 0;
    stop = startJobs([{ name: 'daily', everySeconds: 86_400, run: async () => void (runs += 1) }], runtime);
    await wait(0);
    await stop();
    expect(runs).toBe(1);
  });
});
