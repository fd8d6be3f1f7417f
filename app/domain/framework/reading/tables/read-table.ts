import { unguardCell } from '#app/domain/framework/export/unguard-cell.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import type { TableColumn } from './csv-columns.ts';
import { matchHeader } from './match-header.ts';
import type { HeaderMatch } from './match-header.ts';

/** One record of a table: its number as a person counts them (the header is 1), and its cells as they stand. */
export interface TableRecord<Key extends string> {
  row: number;
  /** The cell of a known column, without the apostrophe that an export puts before a formula; empty where the file lacks an optional column. */
  cell(key: Key): string;
  /** Whether the file has the column at all. */
  has(key: Key): boolean;
  /** The whole record, for finding exact duplicates. */
  whole: string;
}

/**
 * The records under the header, blank ones left out. Refuses, through the report, a file that is empty or too large,
 * a header that lacks or repeats a required column, a record with more or fewer cells than the header,
 * and a file without one record.
 */
export function readTable<Key extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly TableColumn<Key>[],
  report: ImportReport,
): TableRecord<Key>[] {
  const header = rows[0];
  if (header === undefined || rows.every(isBlank)) {
    report.refuse(null, null, `The file is empty. Its first row has to name the columns: ${namesOf(columns)}.`);
    return [];
  }
  if (rows.length > frameworkLimits.records || header.length > frameworkLimits.columns) {
    report.refuse(null, null, `The file has ${rows.length} rows and ${header.length} columns; at most ${frameworkLimits.records} rows and ${frameworkLimits.columns} columns are read.`);
    return [];
  }
  const match = matchHeader(header, columns);
  reportHeader(match, columns, report);
  if (report.refused) return [];
  const records = rows.flatMap((cells, index) => (index === 0 || isBlank(cells) ? [] : recordOf(cells, index + 1, header.length, match, report)));
  if (records.length === 0 && !report.refused) report.refuse(1, null, 'The file has column names and nothing under them.');
  return records;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function namesOf<Key extends string>(columns: readonly TableColumn<Key>[]): string {
  return columns.filter((column) => column.required).map((column) => column.header).join(', ');
}

function reportHeader<Key extends string>(match: HeaderMatch<Key>, columns: readonly TableColumn<Key>[], report: ImportReport): void {
  for (const missing of match.missing) {
    report.refuse(1, missing, `The column "${missing}" is missing. The first row has to name the columns: ${namesOf(columns)}.`);
  }
  for (const repeated of match.repeated) {
    report.refuse(1, repeated, `The column "${repeated}" stands more than once; keep the one that counts.`);
  }
  if (match.unknown.length > 0) {
    report.notice('unknown-section', 1, `Columns that are not read: ${match.unknown.join(', ')}.`);
  }
}

function recordOf<Key extends string>(
  cells: readonly string[],
  row: number,
  width: number,
  match: HeaderMatch<Key>,
  report: ImportReport,
): TableRecord<Key>[] {
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
    report.refuse(row, null, `Row ${row} has ${cells.length} cells, the header has ${width}. Look for a missing or surplus comma or quotation mark.`);
    return [];
  }
  const long = cells.find((cell) => cell.length > frameworkLimits.cellLength);
  if (long !== undefined) {
    report.refuse(row, null, `Row ${row} holds a cell of ${long.length} characters; at most ${frameworkLimits.cellLength} are read. Look for a quotation mark that is never closed.`);
    return [];
  }
  const cell = (key: Key) => unguardCell(cells[match.positions.get(key) ?? -1] ?? '');
  return [{ row, cell, has: (key) => match.positions.has(key), whole: JSON.stringify(cells.slice(0, width)) }];
}
