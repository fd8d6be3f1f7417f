import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { countWords } from './count-words.ts';
import { personCellState } from './person-cell-state.ts';

/**
 * State and marks of a cell in words, to stand beside its short text: "one below, stale". What a metric shows beyond the state comes
 * first: "self level 3, agreed level 2, one below". `heldLevel` is the level that counts for the metric `holders`.
 */
export function cellWords(picture: Picture, metric: PictureMetric, at: number, options: { heldLevel: number }): string {
  const { cells, earlier } = picture;
  if (cells.kind === 'count') return countWords(picture, metric, at, options);
  if (cells.kind === 'expectation') {
    if (cells.expected.charCodeAt(at) < 48) return 'not expected';
    return `expected level ${cells.expected[at]}${cells.undefinedAt.includes(at) ? ', a level the framework does not define' : ''}`;
  }
  const cell = unpackCell(cells, at, '');
  if (metric === 'change' || metric === 'people-moved' || metric === 'bar-moved') {
    return changeWords(cell, earlier === null ? null : unpackCell(earlier as PersonCells, at, ''));
  }
  if (cell === null) return 'not here on this day';
  const state = personCellState(cell);
  if (metric === 'voices') return `${voiceWords(cell)}, ${state}`;
  return metric === 'age' && cell.agreedOn !== null ? `${state}, since ${formatDate(cell.agreedOn)}` : state;
}

function voiceWords({ selfLevel, agreedLevel }: MatrixCell): string {
  const [self, agreed] = [selfLevel, agreedLevel].map((level) => (level === null ? 'none' : `level ${level}`));
  return `self ${self}, agreed ${agreed}`;
}

/** Both days, and what moved: the levels and the expectations are said apart. */
function changeWords(now: MatrixCell | null, then: MatrixCell | null): string {
  if (now === null || then === null) return 'not here on both days';
  const levels = moved('agreed level', then.agreedLevel, now.agreedLevel);
  const bar = moved('expected level', then.expectedLevel, now.expectedLevel);
  return `was ${personCellState({ ...then, marks: [] })}, now ${personCellState({ ...now, marks: [] })}, ${levels}, ${bar}`;
}

function moved(what: string, then: number | null, now: number | null): string {
  return then === now ? `${what} ${now ?? 'none'} as before` : `${what} ${then ?? 'none'} to ${now ?? 'none'}`;
}
