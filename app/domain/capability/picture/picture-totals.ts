import type { Picture } from './picture.ts';

/**
 * What the rows shown add up to. `expected` counts what a role level expects of a person (person and skill pairs) and is the sum of
 * `agreed`, `notObserved` and `notAgreed`; `agreed` is the sum of `met` and `short`.
 */
export interface PictureTotals {
  /** In pictures of people, the rows; else the people behind the rows shown. */
  people: number;
  expected: number;
  /** With an agreed level. */
  agreed: number;
  met: number;
  short: number;
  /** Agreed to be not observed. Where cells count people these are among `notAgreed`, and 0 here. */
  notObserved: number;
  /** Without anything agreed. */
  notAgreed: number;
  /** Cells whose figures are withheld; they count as nothing in the sums. */
  suppressed: number;
}

/**
 * The sums of a picture's cells. A row that sums up others (`isTotal`) and people who were not there on the day are not counted; over
 * rounds only the newest is, because the same people stand in each.
 */
export function pictureTotals(picture: Picture): PictureTotals {
  const { cells, rows, columns } = picture;
  const people = picture.people - (picture.hidden.people ?? 0);
  const totals = { people, expected: 0, agreed: 0, met: 0, short: 0, notObserved: 0, notAgreed: 0, suppressed: 0 };
  if (cells.kind === 'expectation') return totals;
  if (cells.kind === 'person') {
    const count = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < cells.states.length; at += 1) {
      const state = cells.states.charCodeAt(at) - 48;
      if (state >= 0) count[state]! += 1;
    }
    const [, notAgreed, notObserved, short, meets, above] = count as [number, number, number, number, number, number];
    const met = meets + above;
    return { ...totals, people: rows.length, expected: notAgreed + notObserved + short + met, agreed: short + met, met, short, notObserved, notAgreed };
  }
  for (let row = 0; row < rows.length; row += 1) {
    if (rows[row]!.isTotal === true) continue;
    const first = picture.view === 'cycles' ? columns.length - 1 : 0;
    for (let at = row * columns.length + first; at < (row + 1) * columns.length; at += 1) {
      totals.expected += cells.expected[at]!;
      totals.agreed += cells.assessed[at]!;
      totals.met += cells.met[at]!;
    }
  }
  totals.short = totals.agreed - totals.met;
  totals.notAgreed = totals.expected - totals.agreed;
  totals.suppressed = cells.suppressed.length;
  return totals;
}
