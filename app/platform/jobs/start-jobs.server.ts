import { setTimeout as wait } from 'node:timers/promises';
import type { Runtime } from '#app/platform/runtime.server.ts';
import type { Job } from './job.ts';

/** How long a run that is under way may hold up the end of the process. */
const patienceMs = 10_000;

type Log = Pick<Runtime['log'], 'error' | 'warn'>;

/** Runs one job again and again. Answers its end: once it is told to stop, when its last run is over. */
async function repeat({ name, everySeconds, run }: Job, log: Log, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await run(stopping);
    } catch (error) {
      log.error({ err: error, job: name }, 'a job failed');
    }
    // Does not keep the process alive; being told to stop ends the wait.
    await wait(everySeconds * 1000, undefined, { ref: false, signal: stopping }).catch(() => undefined);
  }
}

/**
 * Starts jobs, each in a rhythm of its own and never twice at once in this process. The answer stops
 * them: it waits for what is under way, though not for ever, and may be called more than once.
 */
export function startJobs(
  jobs: readonly Job[],
  { log }: { log: Log },
  { patience = patienceMs }: { patience?: number } = {},
): () => Promise<void> {
  const controller = new AbortController();
  const running = Promise.all(jobs.map((job) => repeat(job, log, controller.signal)));
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    controller.abort();
    const enough = new AbortController();
    const waited = wait(patience, false, { signal: enough.signal }).catch(() => true);
    const ended = await Promise.race([running.then(() => true), waited]);
    enough.abort();
    if (!ended) log.warn({ afterMs: patience }, 'a job was still running and is left behind');
  };
  return () => (stopped ??= stop());
}
