import { answerInWorker } from '#app/platform/files/answer-in-worker.server.ts';
import type { ImportFile } from '#app/services/framework/import-limits.ts';
import { readImportFile } from '#app/services/framework/read-import-file.server.ts';
import type { FileReading, ReadingStep } from './file-reading.ts';

/** What `readFiles` runs in a thread: files one after the other, each reading told as soon as it is there. */
await answerInWorker<ImportFile[], FileReading[], ReadingStep>(async (files, tell) => {
  for (const [at, file] of files.entries()) tell({ done: at + 1, readings: [{ file: file.name, reading: readImportFile(file) }] });
  return [];
});
