import type { Fate, RowFate } from './import-words.ts';

/** How many rows have each fate. A row of many assessments is one row, whatever becomes of each of them. */
export function countFates(fates: readonly Pick<RowFate, 'fate'>[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { add: 0, change: 0, same: 0, 'left-out': 0, refused: 0 };
  for (const { fate } of fates) counts[fate] += 1;
  return counts;
}
