import type { Fate } from '#app/domain/spreadsheet/import-words.ts';

/** What becomes of a row, in a word, the worst first. */
export const fateWords: Record<Fate, string> = { refused: 'Refused', 'left-out': 'Left out', add: 'Added', change: 'Changed', same: 'As it is' };

export function isFate(text: string): text is Fate {
  return Object.hasOwn(fateWords, text);
}
