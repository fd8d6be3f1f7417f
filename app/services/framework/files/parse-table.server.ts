import { CsvError, parse } from 'csv-parse/sync';
import type { ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import { importLimits } from '#app/services/framework/import/import-limits.ts';

export type ParsedTable = { ok: true; rows: string[][] } | { ok: false; refusals: ImportRefusal[] };

/**
 * The records of a CSV file with every cell as it stands; row n of the file is `rows[n - 1]`. A quotation
 * mark in the wrong place is refused with its row. Records of unequal length come through, because
 * the reader of the document refuses each of them by its row; reading stops one record past the limit,
 * which the reader refuses too.
 */
export function parseTable(name: string, text: string, separator: ',' | ';' | '\t' = ','): ParsedTable {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      to: frameworkLimits.records + 1,
      max_record_size: importLimits.recordLength,
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : null;
    return { ok: false, refusals: [{ file: name, row, column: null, message: explain(error.code, row) }] };
  }
}

function explain(code: CsvError['code'], row: number | null): string {
  const place = row === null ? 'a row' : `row ${row}`;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark that opens on ${place} is never closed. Close it, or write it twice where it belongs to the text.`;
    case 'CSV_MAX_RECORD_SIZE':
      return `The record on ${place} has more than ${importLimits.recordLength} characters. Look for a quotation mark that is never closed.`;
    default:
      return `A quotation mark on ${place} stands in the middle of a cell. Put the whole cell into quotation marks and write the inner one twice.`;
  }
}
