import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';

/**
 * The rows that take the answer of one row when a column is filled down from there: those below it that can be answered and say
 * nothing yet. An answer that stands is never replaced. An exemption is somebody's own, and is not handed down.
 */
export function planFill(column: readonly { answer: Answer | null; isOpen: boolean }[], from: number): number[] {
  const given = column[from]?.answer ?? null;
  if (given === null || given.kind === 'exempt') return [];
  return column.flatMap(({ answer, isOpen }, row) => (row > from && isOpen && answer === null ? [row] : []));
}
