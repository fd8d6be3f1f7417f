import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';

/** An answer in words, by the names of the steps of the skill's scale: "2 working", "not observed", "exempt until 3 May 2027", "none". */
export function sayAnswer(answer: Answer | null, levelNames: readonly string[]): string {
  if (answer === null) return 'none';
  if (answer.kind === 'not-observed') return 'not observed';
  if (answer.kind === 'exempt') return `exempt until ${formatDate(answer.until)}`;
  if (answer.level === 0) return '0 not yet';
  return `${answer.level} ${levelNames[answer.level - 1]?.toLowerCase() ?? ''}`.trim();
}
