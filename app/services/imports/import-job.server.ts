import type { Job } from '#app/platform/jobs/job.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tendImports } from './tend-imports.server.ts';

/**
 * Reads and brings in imports that nobody is at, such as those of a process that was killed, and forgets the rows of those that
 * nobody brought in. Any number of processes may do so at once, because each import is claimed by one of them.
 */
export function importJob(): Job {
  return { name: 'imports', everySeconds: 20, run: (stopping) => tendImports(runtime(), stopping) };
}
