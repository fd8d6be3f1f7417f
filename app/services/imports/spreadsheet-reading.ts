/** A spreadsheet as it was handed over, unread. */
export interface SpreadsheetFile {
  name: string;
  bytes: Uint8Array;
}

/** A sheet as text: row n of it is `rows[n - 1]`, every row as wide as the widest. */
export interface ReadSheet {
  name: string;
  rows: string[][];
  /** True where a bare number among the dates counts days from 1904, and not from 1900. */
  isFrom1904?: boolean;
}

/** What a spreadsheet holds, or why it is not read, with the name of the file, and the sheet, row and column where they are known. */
export type SpreadsheetReading = { ok: true; format: 'csv' | 'xlsx' | 'ods'; sheets: ReadSheet[] } | { ok: false; message: string };
