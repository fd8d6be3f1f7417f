import { fileLimits } from '#app/platform/files/file-limits.ts';
import type { FileReading } from './file-reading.ts';

/**
 * Refusals for the files that a worker left unread: the first is the one that it could not finish, those after it were
 * not come to.
 */
export function explainWorkerProblem(problem: 'too-large' | 'too-long' | 'busy', left: readonly string[]): FileReading[] {
  const [first = '', ...others] = left;
  const refuse = (file: string, message: string): FileReading => ({ file, reading: { ok: false, refusals: [{ file, row: null, column: null, message }] } });
  const seconds = fileLimits.worker.milliseconds / 1000;
  if (problem === 'busy') return left.map((file) => refuse(file, `${file} was not read, because many files are being read at this moment. Try again in a minute.`));
  const what =
    problem === 'too-long'
      ? `Reading ${first} took longer than ${seconds} seconds and was ended. Split it into smaller files, or save the sheets that matter as CSV.`
      : `Reading ${first} took more memory than the ${fileLimits.worker.memoryMegabytes} MB that it may, and was ended. Split it into smaller files, or save the sheets that matter as CSV.`;
  return [refuse(first, what), ...others.map((file) => refuse(file, `${file} was not read, because reading ended at ${first}.`))];
}
