import type { CellAt } from './grid-words.ts';
import type { Move } from './key-act.ts';

/** Where the focus goes from a cell, never past an edge. `page` is how many rows are in sight at once. */
export function moveFocus({ row, column }: CellAt, move: Move, size: { rows: number; columns: number }, page: number): CellAt {
  const lastRow = Math.max(size.rows - 1, 0);
  const lastColumn = Math.max(size.columns - 1, 0);
  const far = Math.max(page, 1);
  const to: Record<Move, CellAt> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    'row-start': { row, column: 0 },
    'row-end': { row, column: lastColumn },
    'grid-start': { row: 0, column: 0 },
    'grid-end': { row: lastRow, column: lastColumn },
    'page-up': { row: row - far, column },
    'page-down': { row: row + far, column },
  };
  const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);
  return { row: within(to[move].row, lastRow), column: within(to[move].column, lastColumn) };
}
