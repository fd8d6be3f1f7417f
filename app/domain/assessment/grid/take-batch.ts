import type { QueuedCell, SentCell } from './grid-words.ts';

/**
 * What is sent next, in the order of the queue, and the queue that remembers it as sent: from then on nobody knows whether it
 * arrived, so the very same change goes again until it is answered. Cells that wait for a decision are left out.
 */
export function takeBatch(queue: readonly QueuedCell[], size: number): { queue: QueuedCell[]; batch: SentCell[] } {
  const batch: SentCell[] = [];
  const next = queue.map((cell) => {
    const change = cell.attempted ?? cell.wanted;
    if (cell.hold !== null || change === null || batch.length >= size) return cell;
    const { personId, skillId, revision, seenSequence } = cell;
    batch.push({ personId, skillId, revision, seenSequence, change });
    return cell.attempted === null ? { ...cell, attempted: change, wanted: null } : cell;
  });
  return { queue: next, batch };
}
