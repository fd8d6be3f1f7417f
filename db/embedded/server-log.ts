import { existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

const keepBytes = 5_000_000;

/** Opens the server's log for appending; one that has grown long is put aside first. */
export function openServerLog(file: string): number {
  if (existsSync(file) && statSync(file).size > keepBytes) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

/** How long the log is now, in bytes: where the messages of the next start begin. */
export function serverLogLength(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** What the server wrote from the given byte on. */
export function serverLogFrom(file: string, start: number): string {
  return existsSync(file) ? readFileSync(file).subarray(start).toString('utf8') : '';
}
