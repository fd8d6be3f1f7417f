import type { CellMark } from '#app/domain/capability/cell.ts';
import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { markDrawings } from './mark-drawings.ts';
import { placeMark } from './place-mark.ts';

/** Where and how a mark is drawn in a cell, in the coordinates of the cell's row. Null for a mark that the cell's text shows ("n/d"). */
export function markPath(kind: CellMark, box: CellBox, inset: number): ReturnType<typeof placeMark> | null {
  const drawing = markDrawings[kind];
  return drawing ? placeMark(drawing, box, inset) : null;
}
