import { CsvError, parse } from 'csv-parse/sync';
import { firstRecord } from '#app/domain/framework/reading/first-record.ts';
import { columnLetter } from '#app/domain/spreadsheet/column-letter.ts';
import type { FileLimits } from '#app/platform/files/file-limits.ts';

export type ParsedText = { ok: true; rows: string[][] } | { ok: false; message: string };

const separators = [',', ';', '\t', '|'] as const;
const notTables: readonly [RegExp, string][] = [
  [/^\{\\rtf/, 'is a rich text document; save it as plain text, or save the sheet as CSV.'],
  [/^\s*<(?:!doctype|html|head|body|table|div|section|\?xml|svg|!--)/i, 'is a web page or XML, not a spreadsheet; download the CSV, or save it as XLSX or ODS.'],
  [/^\s*[[{]\s*(?:["{[\]}]|$)/, 'is JSON; a CSV file, XLSX or ODS is expected.'],
];

/**
 * The rows of a CSV file, its cells parted by commas, semicolons, tabs or bars, whichever the first record has most of. Every row
 * is as wide as the widest. What cannot be relied on is refused with its row; the message follows the name of the file.
 */
export function parseSpreadsheetText(text: string, limits: FileLimits['workbook']): ParsedText {
  const plain = text.replace(/^\ufeff/, '');
  const filled = plain.trim();
  if (filled === '') return { ok: false, message: 'is empty. Choose the file that holds the rows.' };
  if (plain.length > limits.textLength) return { ok: false, message: `has ${plain.length} characters; at most ${limits.textLength} are read. Split it into smaller files.` };
  const other = notTables.find(([mark]) => mark.test(plain));
  if (other) return { ok: false, message: other[1] };
  const [separator = ','] = separators.toSorted((one, another) => firstRecord(plain, another).length - firstRecord(plain, one).length);
  if (!/[\n\r]/.test(filled)) return { ok: false, message: 'is none of the files that are read: it has one line. Choose a table saved as CSV, XLSX or ODS.' };
  try {
    const rows: string[][] = parse(plain, { delimiter: separator, relax_column_count: true, to: limits.rows + 1, max_record_size: limits.cellLength * 40 });
    return checked(rows, limits);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? `row ${error['records'] + 1}` : 'a row';
    return { ok: false, message: explain(error.code, row) };
  }
}

function checked(rows: string[][], limits: FileLimits['workbook']): ParsedText {
  if (rows.length > limits.rows) return { ok: false, message: `has more than ${limits.rows} rows; at most ${limits.rows} rows are read. Split it into smaller files.` };
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const wide = rows.findIndex((row) => row.length > limits.columns);
  if (wide !== -1) return { ok: false, message: `has ${rows[wide]?.length} cells on row ${wide + 1}; at most ${limits.columns} columns are read. Delete what stands far to the right.` };
  if (rows.length * width > limits.cells) return { ok: false, message: `holds more than ${limits.cells} cells, which is more than are read. Split it into smaller files.` };
  const ragged = raggedRow(rows);
  if (ragged) return { ok: false, message: ragged };
  for (const [at, row] of rows.entries()) {
    const long = row.findIndex((cell) => cell.length > limits.cellLength);
    if (long !== -1) return { ok: false, message: `has ${row[long]?.length} characters in ${columnLetter(long)}${at + 1}; at most ${limits.cellLength} of one cell are read. Look for a quotation mark that is never closed, or shorten it.` };
  }
  return { ok: true, rows: rows.map((row) => (row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')])) };
}

/**
 * A row with more cells than the header has names: a separator stands inside a text, and everything behind it would be read in the
 * wrong column. Fewer are what programs leave out at the end of a row.
 */
function raggedRow(rows: readonly string[][]): string | null {
  const top = rows.slice(0, 20);
  // A title may stand above, with a comma in it.
  const header = top.find((row) => widthOf(row) > 2) ?? top.find((row) => widthOf(row) > 1) ?? [];
  const at = header.length < 2 ? -1 : rows.findIndex((row) => widthOf(row) > header.length);
  return at === -1 ? null : `has ${rows[at]?.length} cells on row ${at + 1}, and the row that names the columns has ${header.length}. Put a text that holds a separator into quotation marks, or give the last columns a name.`;
}

/** Up to the last cell that holds something. */
function widthOf(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function explain(code: CsvError['code'], row: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `has a quotation mark that opens on ${row} and is never closed. Close it, or write it twice where it belongs to the text.`;
  if (code === 'CSV_MAX_RECORD_SIZE') return `has more than 200000 characters on ${row}. Look for a quotation mark that is never closed.`;
  return `has a quotation mark on ${row} that stands in the middle of a cell. Put the whole cell into quotation marks and write the inner one twice.`;
}
