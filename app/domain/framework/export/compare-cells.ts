/** The order of rows whose cells are compared one after the other, each by the numbers of its characters; negative, 0 or positive. */
export function compareCells(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((cell, index) => cell !== other[index]);
  return at === -1 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
