/** A run of words that stands in place of another. */
export interface WordChange {
  from: readonly string[];
  to: readonly string[];
}

/** What was changed from one text to another, as runs of words, and how many words stayed (longest common subsequence). */
export function diffWords(before: readonly string[], after: readonly string[]): { changes: WordChange[]; kept: number } {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      longest[at] = before[row] === after[column] ? (longest[at + width + 1] ?? 0) + 1 : Math.max(longest[at + width] ?? 0, longest[at + 1] ?? 0);
    }
  }
  const changes: { from: string[]; to: string[] }[] = [];
  let open: { from: string[]; to: string[] } | null = null;
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      open = null;
      row += 1;
      column += 1;
      continue;
    }
    if (open === null) changes.push((open = { from: [], to: [] }));
    const at = row * width + column;
    if (column >= after.length || (row < before.length && (longest[at + width] ?? 0) >= (longest[at + 1] ?? 0))) open.from.push(before[row++] ?? '');
    else open.to.push(after[column++] ?? '');
  }
  return { changes, kept: longest[0] ?? 0 };
}
