import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import type { HistoryEntry, HistoryEvent, HistoryLine } from './history-line.ts';

/**
 * Everything of a history as the lines of one timeline, the newest day first. Of one day, what was decided or disputed stands
 * before the assessments, which keep their order, and evidence after them.
 */
export function historyLines(entries: readonly HistoryEntry[], events: readonly HistoryEvent[], pieces: readonly EvidencePiece[]): HistoryLine[] {
  const lines: HistoryLine[] = [
    ...events.map((event): HistoryLine => ({ kind: 'event', id: `${event.kind}-${event.id}`, on: event.on, skillId: event.skillId, skillName: event.skillName, event })),
    ...entries.map((entry): HistoryLine => ({ kind: 'said', id: entry.id, on: entry.assessedOn, skillId: entry.skillId, skillName: entry.skillName, entry })),
    ...pieces.map((piece): HistoryLine => ({ kind: 'evidence', id: piece.id, on: piece.addedOn, skillId: piece.skillId, skillName: piece.skillName, piece })),
  ];
  return lines.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}
