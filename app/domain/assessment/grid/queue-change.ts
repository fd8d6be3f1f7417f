import { cellKey } from './cell-key.ts';
import type { CellChange, CellPlace, QueuedCell } from './grid-words.ts';
import { sameChange } from './same-change.ts';

/**
 * The queue with one more change, made on what was seen of the cell. A cell stands in the queue once, in the order of its first
 * change; a newer change takes the place of one that was not sent. A conflict stays one until it is decided, whatever is typed.
 */
export function queueChange(queue: readonly QueuedCell[], place: CellPlace, seen: { revision: number; seenSequence: number }, change: CellChange): QueuedCell[] {
  const key = cellKey(place);
  const known = queue.find((cell) => cellKey(cell) === key);
  if (!known) return [...queue, { personId: place.personId, skillId: place.skillId, ...seen, attempted: null, wanted: change, hold: null }];
  const isOnItsWay = known.attempted !== null && sameChange(known.attempted, change);
  const next: QueuedCell = { ...known, wanted: isOnItsWay ? null : withNote(known, change), hold: known.hold?.kind === 'conflict' ? known.hold : null };
  return queue.map((cell) => (cell === known ? next : cell));
}

/** A note that was typed before and has not left yet goes with the newer answer. */
function withNote({ wanted }: QueuedCell, change: CellChange): CellChange {
  return change.note === undefined && wanted?.note !== undefined ? { ...change, note: wanted.note } : change;
}
