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
  if (ctrlKey || metaKey) {
    if (key === 'Home') return { row: 0, column: 0 };
    return key === 'End' ? { row: lastRow, column: lastColumn } : null;
  }
  const toRow = (to: number) => ({ row: between(column < 0 ? 0 : -1, to, lastRow), column: Math.max(-1, column) });
  const toColumn = (to: number) => ({ row, column: between(row < 0 ? 0 : -2, to, lastColumn) });
  switch (key) {
    case 'ArrowUp':
      return toRow(row - 1);
    case 'ArrowDown':
      return toRow(row + 1);
    case 'ArrowLeft':
      return toColumn(column - 1);
    case 'ArrowRight':
      return toColumn(column + 1);
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: lastColumn };
    case 'PageUp':
      return { row: between(0, row - page, lastRow), column };
    case 'PageDown':
      return { row: between(0, row + page, lastRow), column };
    default:
      return null;
  }
}
