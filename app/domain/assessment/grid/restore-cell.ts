import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import type { CellChange, CellHold, QueuedCell } from './grid-words.ts';

type Unknown = Record<string, unknown>;
const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value)) return false;
  if (value.kind === 'level') return isCount(value.level) && value.level <= 9;
  return value.kind === 'not-observed' || (value.kind === 'exempt' && isText(value.until) && isText(value.reason));
}

function isChange(value: unknown): value is CellChange {
  if (!isObject(value) || !(value.answer === null || isAnswer(value.answer))) return false;
  const isNote = value.note === undefined || value.note === null || isText(value.note);
  return isNote && typeof value.unchanged === 'boolean' && typeof value.undefinedConfirmed === 'boolean';
}

/** What stood in the way is asked anew by sending again; only that a level waits to be confirmed is kept. */
const holdOf = (value: unknown): CellHold | null =>
  isObject(value) && value.kind === 'confirm' && isText(value.message) ? { kind: 'confirm', message: value.message } : null;

/** A change that was kept in the browser, from the text it was kept as; null for a text that is none. */
export function restoreCell(text: string): QueuedCell | null {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(kept)) return null;
  const { personId, skillId, revision, seenSequence, attempted, wanted, hold } = kept;
  if (!isText(personId) || !isText(skillId) || !isCount(revision) || !isCount(seenSequence)) return null;
  const changes = [attempted, wanted];
  if (!changes.every((change) => change === null || isChange(change)) || changes.every((change) => change === null)) return null;
  return { personId, skillId, revision, seenSequence, attempted: attempted as CellChange | null, wanted: wanted as CellChange | null, hold: holdOf(hold) };
}
