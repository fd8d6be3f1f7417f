import * as sizes from './sizes.ts';

/** How many lines of a turned name a column of a width in pixels has room for; one at least. */
export function linesInColumn(width: number): number {
  return Math.max(1, Math.floor((width - sizes.cellGap) / sizes.headLine));
}
