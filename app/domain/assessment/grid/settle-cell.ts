import { cellKey } from './cell-key.ts';
import type { CellOutcome, CellPlace, QueuedCell } from './grid-words.ts';

/**
 * The queue after the server has answered for one cell. What is stored leaves it, unless something newer was typed meanwhile:
 * that goes next, on the new revision. A refusal is held, with what was typed, until it is decided; where something newer was
 * typed, that is tried instead, but a conflict is always told.
 */
export function settleCell(queue: readonly QueuedCell[], place: CellPlace, outcome: CellOutcome): QueuedCell[] {
  const key = cellKey(place);
  return queue.flatMap((cell) => {
    if (cellKey(cell) !== key) return [cell];
    const { attempted, wanted } = cell;
    if (outcome.ok) {
      return wanted === null ? [] : [{ ...cell, revision: outcome.stored.revision, attempted: null, wanted }];
    }
    const hold = wanted === null || outcome.hold.kind === 'conflict' ? outcome.hold : null;
    return [{ ...cell, attempted: null, wanted: wanted ?? attempted, hold }];
  });
}
