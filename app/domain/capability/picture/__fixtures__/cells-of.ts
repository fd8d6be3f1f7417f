import type { Picture, PictureCells } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';

/** Everything that a picture says, row by row and cell by cell; nothing where there is no earlier day. */
export function cellsOf(picture: Picture, day: 'cells' | 'earlier'): unknown[][] {
  const cells = picture[day];
  const { length } = picture.columns;
  return picture.rows.map((_row, row) => picture.columns.map((_column, column) => (cells ? cellAt(cells, row * length + column) : null)));
}

function cellAt(cells: PictureCells, at: number): unknown {
  if (cells.kind === 'person') return unpackCell(cells, at, 'skill');
  if (cells.kind === 'expectation') return [cells.expected[at], cells.undefinedAt.includes(at)];
  const { expected, assessed, met, atLevel, oldestOn, suppressed } = cells;
  return [expected[at], assessed[at], met[at], atLevel[at], oldestOn[at], suppressed.includes(at), cells.metByEarlierBar?.[at]];
}
