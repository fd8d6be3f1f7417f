import { answerInWorker } from '#app/platform/files/answer-in-worker.server.ts';
import { importFileLimits } from './import-file-limits.ts';
import { readSpreadsheet } from './read-spreadsheet.server.ts';
import type { SpreadsheetFile, SpreadsheetReading } from './spreadsheet-reading.ts';

/** What `readInWorker` runs in a thread. */
await answerInWorker<SpreadsheetFile, SpreadsheetReading>((file) => readSpreadsheet(file, importFileLimits));
