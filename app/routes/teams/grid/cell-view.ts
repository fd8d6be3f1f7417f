import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import type { CellHold, CellState } from '#app/domain/assessment/grid/grid-words.ts';
import type { CellSender } from './cell-sender.ts';

/** What one cell shows at this moment. */
export interface CellView {
  answer: Answer | null;
  note: string | null;
  isUnchanged: boolean;
  undefinedConfirmed: boolean;
  state: CellState;
  hold: CellHold | null;
  /** It has the focus, or would have it; exactly one cell of a live grid. */
  isActive: boolean;
  isSelected: boolean;
  isLive: boolean;
}

/** What a cell says now: the newest that was typed, or else what is stored. */
export function viewOf(sender: CellSender, key: string, seat: Pick<CellView, 'isActive' | 'isSelected' | 'isLive'>): CellView {
  const queued = sender.queued(key);
  const stored = sender.stored.get(key);
  const newest = queued?.wanted ?? queued?.attempted ?? null;
  return {
    answer: newest ? newest.answer : (stored?.answer ?? null),
    note: newest?.note === undefined ? (stored?.note ?? null) : newest.note,
    isUnchanged: newest ? newest.unchanged : (stored?.unchangedSince ?? null) !== null,
    undefinedConfirmed: newest ? newest.undefinedConfirmed : (stored?.undefinedConfirmed ?? false),
    state: stateOf(sender, key),
    hold: queued?.hold ?? null,
    ...seat,
  };
}

function stateOf(sender: CellSender, key: string): CellState {
  const queued = sender.queued(key);
  if (queued?.hold) return queued.hold.kind;
  if (queued) return sender.failures > 0 || sender.stopped !== null ? 'waiting' : 'saving';
  return sender.saved.has(key) ? 'saved' : 'still';
}

/** Whether two things hold the same under the same names. */
export function holdsTheSame<T extends object>(one: T, other: T): boolean {
  const names = Object.keys(one) as (keyof T)[];
  return names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]));
}
