/** How many of the skills expected of a person have an answer, and whether that is all of them. Skills beyond them are not asked for. */
export function countAnswered(cells: readonly { isExpected: boolean; isAnswered: boolean }[]): { answered: number; expected: number; isComplete: boolean } {
  const expected = cells.filter(({ isExpected }) => isExpected);
  const answered = expected.filter(({ isAnswered }) => isAnswered).length;
  return { answered, expected: expected.length, isComplete: expected.length > 0 && answered === expected.length };
}
