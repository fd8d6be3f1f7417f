import { utils, write } from '@e965/xlsx';

/** A workbook of sheets of text, the columns wide enough to read. Every cell is text: none is worked out when it is opened. */
export function writeWorkbook(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[], format: 'xlsx' | 'ods'): Uint8Array {
  const workbook = utils.book_new();
  for (const { name, rows } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({ wch: Math.min(60, Math.max(10, ...rows.slice(0, 200).map((row) => (row[column] ?? '').length))) }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(write(workbook, { type: 'buffer', bookType: format, compression: true }) as Buffer);
}
