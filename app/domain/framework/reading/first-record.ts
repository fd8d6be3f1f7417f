/** The cells of the first record that is not blank of a text with the given separator, quotation marks heeded. */
export function firstRecord(text: string, separator: string): string[] {
  const start = text.replace(/^\ufeff/, '').replace(/^\s*\n/, '');
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const sign of start) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else if ((sign === '\n' || sign === '\r') && !quoted) break;
    else cell += sign;
    if (cells.length > 200 || cell.length > 20_000) break;
  }
  return [...cells, cell];
}
