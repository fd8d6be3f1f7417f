import { stringify } from 'csv-stringify/sync';
import { guardCell } from '#app/domain/framework/export/guard-cell.ts';

/**
 * Rows as a CSV file, as tables are exchanged (RFC 4180), in UTF-8 with the mark at the beginning by which spreadsheets
 * know it. The library quotes the line ends of rows alone: a line break within a cell would begin a row elsewhere, and
 * there a formula. A cell that they would take for a formula gets an apostrophe, which our import takes away again.
 */
export function writeCsv(rows: readonly string[][]): string {
  return `\ufeff${stringify(rows.map((row) => row.map(guardCell)), { record_delimiter: 'windows', quoted_match: /[\r\n]/ })}`;
}
