import type { Job } from '#app/platform/jobs/job.ts';
import { withJobLock } from '#app/platform/jobs/with-job-lock.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tendRounds } from './tend-rounds.server.ts';

/** Tends the open and planned rounds every five minutes; one process at a time. */
export function roundJob(): Job {
  return {
    name: 'rounds',
    everySeconds: 300,
    run: async (stopping) => {
      await withJobLock(runtime().pool, 'rounds', (lost) => tendRounds(runtime(), AbortSignal.any([stopping, lost])));
    },
  };
}
