import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { countWords } from './count-words.ts';
import { isChange } from './is-change.ts';
import { personCellState } from './person-cell-state.ts';
import { personWords } from './person-words.ts';
import { sinceWords } from './since-words.ts';

/**
 * State and marks of a cell in words, to stand beside its short text: "one below, stale". What a metric shows beyond the state comes
 * first: "self level 3, agreed level 2, one below". `heldLevel` is the level that counts for the metric `holders`.
 */
export function cellWords(picture: Picture, metric: PictureMetric, at: number, options: { heldLevel: number }): string {
  const { cells, earlier } = picture;
  if (cells.kind === 'count') return countWords(picture, metric, at, options);
  if (cells.kind === 'expectation') {
    const level = cells.expected[at]!;
    return level === '-' ? 'not expected' : `expected level ${level}${cells.undefinedAt.includes(at) ? ', a level the framework does not define' : ''}`;
  }
  const cell = unpackCell(cells, at, '');
  if (isChange(metric)) return changeWords(cell, earlier && unpackCell(earlier as PersonCells, at, ''));
  return personWords(cell, metric) + (metric === 'age' && cell ? sinceWords(cell.agreedOn) : '');
}

/** Both days, and what moved: the levels and the expectations are said apart. */
function changeWords(now: MatrixCell | null, then: MatrixCell | null): string {
  if (now === null || then === null) return 'not here on both days';
  const state = (cell: MatrixCell) => personCellState({ ...cell, marks: [] });
  const moved = (what: 'agreed' | 'expected') => {
    const [before, after] = [then, now].map((cell) => cell[`${what}Level`] ?? 'none');
    return `${what} level ${before}${before === after ? ' as before' : ` to ${after}`}`;
  };
  return `was ${state(then)}, now ${state(now)}, ${moved('agreed')}, ${moved('expected')}`;
}
