import { utils, write } from '@e965/xlsx';

/** A number stays one, so that it can be reckoned with; null is a cell with nothing in it. */
export type SheetCell = string | number | null;

export interface WorkbookSheet {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** How wide the columns are, in characters; left out, as wide as the first row and what stands under it need. */
  widths?: readonly number[];
}

/** Characters of one cell, by the rules of XLSX; a longer one would be refused, and the whole file with it. */
const longestCell = 32_767;

/**
 * A workbook of sheets, the columns wide enough to read. Texts are text and numbers are numbers: no cell is worked out when it is opened.
 * A text that is longer than a cell may be ends in an ellipsis.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[], format: 'xlsx' | 'ods'): Uint8Array {
  const workbook = utils.book_new();
  for (const { name, rows, widths } of sheets) {
    // Dense sheets keep a row's cells in a list, which takes a fraction of the time and memory for large ones.
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(fitting)), { dense: true });
    sheet['!cols'] = (widths ?? widthsOf(rows)).map((wch) => ({ wch }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: format, compression: true }) as Buffer);
}

function fitting(cell: SheetCell): SheetCell {
  if (typeof cell !== 'string' || cell.length <= longestCell) return cell;
  // Not through the middle of a character.
  return `${cell.slice(0, longestCell - 1).replace(/\p{Cs}$/u, '')}…`;
}

function widthsOf(rows: WorkbookSheet['rows']): number[] {
  return (rows[0] ?? []).map((_, column) => Math.min(60, Math.max(10, ...rows.slice(0, 200).map((row) => String(row[column] ?? '').length))));
}
