/** A block of cells as spreadsheets take it from the clipboard: tabs between the texts, a line end after each row but the last. */
export function formatBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}
