import type { CellPlace } from './grid-words.ts';

/** One text for a cell, the same for the same person and skill. */
export function cellKey({ personId, skillId }: CellPlace): string {
  return `${personId}/${skillId}`;
}
