import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { LargeLayout } from './layout-large.ts';
import type { GridPlace } from './move-in-grid.ts';

/**
 * The box of a place, in pixels: of a cell from the first cell's corner, of a column's head from the first column's left edge and the
 * frame's top, of a row's label from the frame's left edge and the first row's top. Null for a place that the picture does not have.
 */
export function placeBox({ bandOfRow, bands, columns, headHeight, labelWidth, box }: LargeLayout, { row, column }: GridPlace): CellBox | null {
  const [band, head] = [bands[bandOfRow[row]!], columns[column]];
  if (band && head) return box(row, column);
  if (band && column < 0) return { x: 0, y: band.y, width: labelWidth - 1, height: band.height };
  return head && row < 0 ? { x: head.x, y: 0, width: head.width, height: headHeight } : null;
}
