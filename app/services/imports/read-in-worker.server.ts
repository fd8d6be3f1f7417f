import { runInWorker } from '#app/platform/files/run-in-worker.server.ts';
import { importFileLimits } from './import-file-limits.ts';
import type { SpreadsheetFile, SpreadsheetReading } from './spreadsheet-reading.ts';

/** What a spreadsheet holds, read in a thread whose memory and time are bounded; what takes more than it may is refused with what to do. */
export async function readInWorker({ name, bytes }: SpreadsheetFile): Promise<SpreadsheetReading> {
  // A copy, because what goes over to the worker is gone here, and the caller may still need it.
  const copy = Uint8Array.from(bytes);
  const outcome = await runInWorker<SpreadsheetReading>({ script: 'app/services/imports/spreadsheet-worker.ts', task: { name, bytes: copy }, transfer: [copy.buffer], limits: importFileLimits.worker });
  if (outcome.ok) return outcome.answer;
  const { memoryMegabytes, milliseconds } = importFileLimits.worker;
  const reasons = {
    busy: `${name} was not read, because many files are being read at this moment. Try again in a minute.`,
    'too-long': `Reading ${name} took longer than ${milliseconds / 1000} seconds and was ended. Split it into smaller files, or save the sheet that matters as CSV.`,
    'too-large': `Reading ${name} took more memory than the ${memoryMegabytes} MB that it may, and was ended. Split it into smaller files, or save the sheet that matters as CSV.`,
  };
  return { ok: false, message: reasons[outcome.problem] };
}
