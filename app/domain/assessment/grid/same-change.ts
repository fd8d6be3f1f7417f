import { sameAnswer } from '#app/domain/assessment/answer/same-answer.ts';
import type { CellChange } from './grid-words.ts';

/** Whether two changes leave the same in a cell. A note that is left alone differs from a note that is written. */
export function sameChange(one: CellChange, other: CellChange): boolean {
  return (
    sameAnswer(one.answer, other.answer) &&
    one.unchanged === other.unchanged &&
    one.undefinedConfirmed === other.undefinedConfirmed &&
    one.note === other.note
  );
}
