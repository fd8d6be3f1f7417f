import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';

export type CellReading = { kind: 'answer'; answer: Answer } | { kind: 'clear' } | { kind: 'unchanged' } | { kind: 'unreadable'; message: string };

const notObserved = new Set(['n', 'n/o', 'no', 'not observed', 'not-observed']);

/**
 * What a typed or pasted text says of a skill whose scale has these steps: the number of a level, its name, "n" for not
 * observed, "=" for no change since, nothing for no answer. Capitals and blanks around it do not matter. Anything else is
 * unreadable, and the message says what can be typed.
 */
export function readCellText(text: string, levelNames: readonly string[]): CellReading {
  const plain = text.trim().toLowerCase();
  if (plain === '') return { kind: 'clear' };
  if (plain === '=') return { kind: 'unchanged' };
  if (notObserved.has(plain)) return { kind: 'answer', answer: { kind: 'not-observed' } };
  const named = levelNames.findIndex((name) => name.toLowerCase() === plain);
  if (named !== -1) return { kind: 'answer', answer: { kind: 'level', level: named + 1 } };
  if (/^\d$/.test(plain) && Number(plain) <= levelNames.length) return { kind: 'answer', answer: { kind: 'level', level: Number(plain) } };
  if (plain === 'x') return { kind: 'unreadable', message: 'Exempt needs a reason and a last day: open the cell, or the page of the person' };
  return { kind: 'unreadable', message: `Enter 0 to ${levelNames.length}, n for not observed, or = for no change since` };
}
