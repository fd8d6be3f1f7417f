import type { CellChange, CellPlace, GridHistory } from './grid-words.ts';

/** The history one step back, and what to write for it; null where nothing was done. */
export function stepBack({ done, undone }: GridHistory): { history: GridHistory; changes: (CellPlace & { change: CellChange })[] } | null {
  const step = done.at(-1);
  if (!step) return null;
  return {
    history: { done: done.slice(0, -1), undone: [...undone, step] },
    changes: step.cells.map(({ personId, skillId, before }) => ({ personId, skillId, change: before })),
  };
}
