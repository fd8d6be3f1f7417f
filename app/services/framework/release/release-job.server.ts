import type { Job } from '#app/platform/jobs/job.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tendReleases } from './tend-releases.server.ts';

/**
 * Reads uploads that nobody reads, such as those of a process that was killed, and forgets releases that nobody
 * decided. Any number of processes may do so at once, because each upload is claimed by one of them.
 */
export function releaseJob(): Job {
  return { name: 'releases', everySeconds: 20, run: (stopping) => tendReleases(runtime(), stopping) };
}
