const pairs = `"'<!>#\\$&%`;

/** A text with each character that a page's data would write as several for one that stands as it is, and the other way round. */
export function swapMarks(text: string): string {
  return text.replace(/["'<!>#\\$&%]/g, (mark) => pairs[pairs.indexOf(mark) ^ 1]!);
}
