import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';

/** An answer as a cell shows it and a spreadsheet takes it: the number of the level, "n" not observed, "x" exempt, nothing for none. */
export function answerSign(answer: Answer | null): string {
  if (answer === null) return '';
  if (answer.kind === 'level') return String(answer.level);
  return answer.kind === 'exempt' ? 'x' : 'n';
}
