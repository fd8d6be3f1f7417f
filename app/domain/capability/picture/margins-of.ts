import type { Picture, PictureCells } from './picture.ts';

/** Expected cells of one row or column: how many meet, how many are short, and of how many nothing can be told yet. */
export interface Margin {
  /** At or above the expected level. */
  met: number;
  short: number;
  /** Nothing agreed, or not observed. */
  open: number;
}

const empty = (length: number): Margin[] => Array.from({ length }, () => ({ met: 0, short: 0, open: 0 }));

/**
 * The margins of a picture, in the order of its rows and columns. In pictures of people every cell counts once; where cells count people,
 * the people are added up. Withheld cells count as nothing, and a row that sums up others (`isTotal`) is not added to the columns. What
 * role levels expect has no margins: all are zero. Over rounds a row says what its newest round says: rounds are not added up.
 */
export function marginsOf(picture: Picture): { rows: Margin[]; columns: Margin[] } {
  const { rows, columns, cells } = picture;
  const margins = { rows: empty(rows.length), columns: empty(columns.length) };
  const add = adderFor(cells);
  const firstCounted = picture.view === 'cycles' ? columns.length - 1 : 0;
  let at = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const isTotal = rows[row]!.isTotal === true;
    for (let column = 0; column < columns.length; column += 1, at += 1) {
      if (column >= firstCounted) add(margins.rows[row]!, at);
      if (!isTotal) add(margins.columns[column]!, at);
    }
  }
  return margins;
}

/** The characters of PersonCells.states: 1 not assessed, 2 not observed, 3 below, 4 meets, 5 above. */
const zero = 48;

function adderFor(cells: PictureCells): (margin: Margin, at: number) => void {
  if (cells.kind === 'person') {
    return (margin, at) => {
      const state = cells.states.charCodeAt(at) - zero;
      if (state >= 4) margin.met += 1;
      else if (state === 3) margin.short += 1;
      else if (state >= 1) margin.open += 1;
    };
  }
  if (cells.kind === 'expectation') return () => {};
  return (margin, at) => {
    margin.met += cells.met[at]!;
    margin.short += cells.assessed[at]! - cells.met[at]!;
    margin.open += cells.expected[at]! - cells.assessed[at]!;
  };
}
