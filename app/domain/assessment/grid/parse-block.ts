/**
 * A block of cells as spreadsheets put it on the clipboard: lines of texts with tabs between them. A text in quotation marks may
 * hold tabs, line ends and doubled quotation marks. The line end after the last line is not a line of its own; nothing at all is
 * no line. Shorter lines stay shorter.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  if (text === '') return rows;
  for (;;) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    cells.push(cell);
    if (text[next] === '\t') {
      at = next + 1;
      continue;
    }
    rows.push(cells);
    cells = [];
    at = text.startsWith('\r\n', next) ? next + 2 : next + 1;
    if (at >= text.length) return rows;
  }
}

function plain(text: string, from: number): [cell: string, next: number] {
  let next = from;
  while (next < text.length && !'\t\r\n'.includes(text[next]!)) next += 1;
  return [text.slice(from, next), next];
}

function quoted(text: string, from: number): [cell: string, next: number] {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      // What follows the closing mark before the next tab belongs to the cell, as spreadsheets read it.
      const [rest, next] = plain(text, at + 1);
      return [cell + rest, next];
    }
  }
  // The mark was never closed: then it was no mark, but a text that begins with one.
  return plain(text, from);
}
