import type { CellChange, CellPlace, GridHistory } from './grid-words.ts';

/** The history one step forward again, and what to write for it; null where nothing was undone. */
export function stepForward({ done, undone }: GridHistory): { history: GridHistory; changes: (CellPlace & { change: CellChange })[] } | null {
  const step = undone.at(-1);
  if (!step) return null;
  return {
    history: { done: [...done, step], undone: undone.slice(0, -1) },
    changes: step.cells.map(({ personId, skillId, after }) => ({ personId, skillId, change: after })),
  };
}
