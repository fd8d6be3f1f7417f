import { answerInWorker } from '#app/platform/files/answer-in-worker.server.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import type { FileReading, ReadingStep } from './file-reading.ts';
import { readTogether } from './read-together.server.ts';

/** What `readFiles` runs in a thread. */
await answerInWorker<ImportFile[], FileReading[], ReadingStep>(readTogether);
