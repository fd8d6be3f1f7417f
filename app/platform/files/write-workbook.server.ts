import { utils, write } from '@e965/xlsx';

/** A number stays one, so that it can be reckoned with; null is a cell with nothing in it. */
export type SheetCell = string | number | null;

export interface WorkbookSheet {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** How wide the columns are, in characters; left out, as wide as the first row and what stands under it need. */
  widths?: readonly number[];
}

/** A workbook of sheets, the columns wide enough to read. Texts are text and numbers are numbers: no cell is worked out when it is opened. */
export function writeWorkbook(sheets: readonly WorkbookSheet[], format: 'xlsx' | 'ods'): Uint8Array {
  const workbook = utils.book_new();
  for (const { name, rows, widths } of sheets) {
    // Dense sheets keep a row's cells in a list, which takes a fraction of the time and memory for large ones.
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]), { dense: true });
    sheet['!cols'] = (widths ?? widthsOf(rows)).map((wch) => ({ wch }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: format, compression: true }) as Buffer);
}

function widthsOf(rows: WorkbookSheet['rows']): number[] {
  return (rows[0] ?? []).map((_, column) => Math.min(60, Math.max(10, ...rows.slice(0, 200).map((row) => String(row[column] ?? '').length))));
}
