import type { Job } from '#app/platform/jobs/job.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { readWaitingUploads } from './read-waiting-uploads.server.ts';

/**
 * Reads uploads that nobody reads: those of a process that was killed. Any number of processes may do so at once,
 * because each upload is claimed by one of them.
 */
export function releaseReadingJob(): Job {
  return { name: 'release reading', everySeconds: 20, run: (stopping) => readWaitingUploads(runtime(), stopping) };
}
