import { cellKey } from './cell-key.ts';
import type { CellPlace, QueuedCell } from './grid-words.ts';

/**
 * The queue after somebody has decided about a held cell. `theirs` (or giving up what was refused) drops the change. `mine` of a
 * conflict sends it again, on what the other stored or recorded; of a level that is not defined it confirms it. Of anything
 * else `mine` tries once more.
 */
export function decideCell(queue: readonly QueuedCell[], place: CellPlace, decision: 'mine' | 'theirs'): QueuedCell[] {
  const key = cellKey(place);
  return queue.flatMap((cell) => {
    if (cellKey(cell) !== key || cell.hold === null) return [cell];
    if (decision === 'theirs') return [];
    const { hold, wanted } = cell;
    const again = { ...cell, hold: null };
    if (hold.kind === 'conflict') {
      return [{ ...again, revision: hold.theirs?.revision ?? 0, seenSequence: hold.recorded?.sequence ?? cell.seenSequence }];
    }
    return [hold.kind === 'confirm' && wanted ? { ...again, wanted: { ...wanted, undefinedConfirmed: true } } : again];
  });
}
