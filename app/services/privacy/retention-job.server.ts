import type { Job } from '#app/platform/jobs/job.ts';
import { withJobLock } from '#app/platform/jobs/with-job-lock.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { runRetention } from './run-retention.server.ts';

/** Erases every hour what has been kept for long enough; one process at a time. What was due is then gone, so that a second run finds nothing. */
export function retentionJob(): Job {
  return {
    name: 'retention',
    everySeconds: 3_600,
    run: async (stopping) => {
      await withJobLock(runtime().pool, 'retention', (lost) => runRetention(AbortSignal.any([stopping, lost])));
    },
  };
}
