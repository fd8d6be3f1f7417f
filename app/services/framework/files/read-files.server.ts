import { checkImportFiles } from '#app/services/framework/import/check-import-files.server.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import { cleanFileName } from '#app/platform/files/clean-file-name.server.ts';
import { fileLimits } from '#app/platform/files/file-limits.ts';
import { runInWorker } from '#app/platform/files/run-in-worker.server.ts';
import { explainWorkerProblem } from './explain-worker-problem.server.ts';
import type { FileReading, ReadingStep } from './file-reading.ts';

/**
 * What documents say: all of them unpacked, decoded and read in one worker, whose memory and time are bounded. A file
 * that cannot be read, or that takes more than it may, is refused by name with what to do; others are read all the
 * same. Changes nothing; `onStep` hears how many files are done.
 */
export async function readFiles(files: readonly ImportFile[], onStep?: (done: number, of: number) => void): Promise<{ readings: FileReading[] }> {
  const tooMuch = checkImportFiles(files);
  if (tooMuch.length > 0) return { readings: tooMuch.map((refusal) => ({ file: refusal.file, reading: { ok: false, refusals: [refusal] } })) };
  // Copies, because what goes over to the worker is gone here, and the caller may still need it.
  const given = files.map(({ name, bytes }) => ({ name: cleanFileName(name), bytes: Uint8Array.from(bytes) }));
  const names = given.map(({ name }) => name);
  const readings: FileReading[] = [];
  let done = 0;
  const outcome = await runInWorker<FileReading[], ReadingStep>({
    script: 'app/services/framework/files/reading-worker.ts',
    task: given,
    transfer: given.map(({ bytes }) => bytes.buffer),
    limits: fileLimits.worker,
    onStep: (step) => {
      done = step.done;
      readings.push(...step.readings);
      onStep?.(done, names.length);
    },
  });
  return { readings: [...readings, ...(outcome.ok ? outcome.answer : explainWorkerProblem(outcome.problem, names.slice(done)))] };
}
