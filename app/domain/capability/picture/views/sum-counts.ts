import type { CountCells } from '#app/domain/capability/picture/picture.ts';

/** What is counted of one row and column; several of the same cell are added up. */
export interface CellCount {
  row: string;
  column: string;
  expected: number;
  assessed: number;
  met: number;
  /** People agreed at level 0, 1, 2 ..., expected or not. */
  atLevel: readonly number[];
  /** ISO date; null without an agreed assessment of somebody expected. */
  oldestOn: string | null;
  /** In a comparison: how many would meet the earlier expectations today. */
  metByEarlierBar?: number;
}

/** Counts laid out as the cells of these rows and columns, by id; a cell without a count is of nobody, and counts of other rows are passed over. */
export function sumCounts(counts: Iterable<CellCount>, rows: readonly string[], columns: readonly string[], { isComparison = false } = {}): CountCells {
  const size = rows.length * columns.length;
  const zeros = () => Array.from({ length: size }, () => 0);
  const cells: CountCells = {
    kind: 'count',
    expected: zeros(),
    assessed: zeros(),
    met: zeros(),
    atLevel: Array.from({ length: size }, () => [0, 0, 0, 0, 0, 0]),
    oldestOn: Array.from({ length: size }, () => null),
    suppressed: [],
    ...(isComparison && { metByEarlierBar: zeros() }),
  };
  const rowPlace = new Map(rows.map((id, place) => [id, place]));
  const columnPlace = new Map(columns.map((id, place) => [id, place]));
  for (const count of counts) {
    const [row, column] = [rowPlace.get(count.row), columnPlace.get(count.column)];
    if (row !== undefined && column !== undefined) addCount(cells, row * columns.length + column, count);
  }
  return cells;
}

function addCount(cells: CountCells, at: number, count: CellCount): void {
  cells.expected[at]! += count.expected;
  cells.assessed[at]! += count.assessed;
  cells.met[at]! += count.met;
  const levels = cells.atLevel[at]!;
  count.atLevel.forEach((people, level) => {
    levels[level] = (levels[level] ?? 0) + people;
  });
  const oldest = cells.oldestOn[at]!;
  if (count.oldestOn !== null && (oldest === null || count.oldestOn < oldest)) cells.oldestOn[at] = count.oldestOn;
  if (cells.metByEarlierBar) cells.metByEarlierBar[at]! += count.metByEarlierBar ?? 0;
}
