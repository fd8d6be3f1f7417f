/** The letters of a column as spreadsheet programs name it: 0 is "A", 26 is "AA". */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26) - 1;
  return `${before < 0 ? '' : columnLetter(before)}${String.fromCharCode(65 + (index % 26))}`;
}
