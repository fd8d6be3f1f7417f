/** A place in the grid of a heatmap: row and column from 0; row -1 is the heads of the columns, column -1 the labels of the rows, -2 the heading above a row. */
export interface GridPlace {
  row: number;
  column: number;
}

/** How many rows and columns of cells there are, heads and labels not counted. */
export interface GridSize {
  rows: number;
  columns: number;
}

/** A key as the browser tells of it. */
export interface GridKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(most, value));

/**
 * Where a key leads in the grid: the arrows to the neighbour, up to the heads, left to the labels and on to a heading; Home and End to the first and last
 * cell of the row, with Ctrl (or the command key) of the grid; PageUp and PageDown `page` rows on. Nothing leads out of the grid or into
 * the corner. Null for a key that moves nothing and is the browser's.
 */
export function moveInGrid({ row, column }: GridPlace, { key, ctrlKey, metaKey, altKey }: GridKey, { rows, columns }: GridSize, page: number): GridPlace | null {
  if (altKey || rows < 1 || columns < 1) return null;
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const steps: Partial<Record<string, [down: number, right: number]>> =
    ctrlKey || metaKey
      ? { Home: [-row, -column], End: [lastRow - row, lastColumn - column] }
      : {
          ArrowUp: [-1, 0],
          ArrowDown: [1, 0],
          ArrowLeft: [0, -1],
          ArrowRight: [0, 1],
          Home: [0, -column],
          End: [0, lastColumn - column],
          PageUp: [-page, 0],
          PageDown: [page, 0],
        };
  const step = steps[key];
  if (!step) return null;
  const firstRow = column < 0 || key.startsWith('P') ? 0 : -1;
  const firstColumn = row < 0 ? 0 : step[0] ? -1 : -2;
  return { row: between(firstRow, row + step[0], lastRow), column: between(firstColumn, column + step[1], lastColumn) };
}
