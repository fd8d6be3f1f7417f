import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeWorkbook } from '#app/platform/files/write-workbook.server.ts';
import { wideSheet } from './wide-sheet.ts';

const run = promisify(execFile);

export interface ImportFigures {
  /** Of reading the file in a worker, the dry run, bringing it in, and the same rows put bare into the history. */
  seconds: Record<'read' | 'plan' | 'apply' | 'floor', number>;
  /** Seconds of the first three together. */
  all: number;
  /** The most memory that the process had at any moment. */
  megabytes: number;
  /** Levels that were brought in. */
  rows: number;
}

/** What bringing in a spreadsheet of 5,000 people and 65,000 levels costs, once, in a process of its own. */
export async function measureImport(): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'capability-map-wide-'));
  try {
    const file = join(folder, 'wide.xlsx');
    writeFileSync(file, writeWorkbook([{ name: 'Levels', rows: wideSheet() }], 'xlsx'));
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'scripts/bench/import-once.ts', file]);
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as ImportFigures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
