import type { CellBox } from '#app/charts/heatmap/layout.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { labelWidth } from './label-width.ts';
import type { GridPlace } from './move-in-grid.ts';

/**
 * The box of a place, in pixels: of a cell from the first cell's corner, of a column's head from the first column's left edge and the
 * frame's top, of a row's label from the frame's left edge and the first row's top. Null for a place that the picture does not have.
 */
export function placeBox({ layout, labels }: Pick<HeatmapScene, 'layout' | 'labels'>, { row, column }: GridPlace): CellBox | null {
  const { bandOfRow, frame } = layout;
  const [band, of] = [frame.bands[bandOfRow[row] ?? -1], frame.columns[column]];
  if ((row >= 0 && !band) || (column >= 0 && !of) || (row < 0 && column < 0)) return null;
  if (!of) return { x: 0, y: band!.y, width: labelWidth({ layout, labels }) - 1, height: band!.height };
  return band ? layout.box(row, column) : { x: of.x, y: 0, width: of.width, height: frame.headHeight };
}
