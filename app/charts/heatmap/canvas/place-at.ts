import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { labelWidth } from './label-width.ts';
import type { GridPlace } from './move-in-grid.ts';
import type { View } from './scroll-to-show.ts';

/** What stands at a point of the frame, in pixels from its top left corner: a cell, a head, a label. Null in the corner, on the heading of a group and beyond the picture. */
export function placeAt(layout: HeatmapLayout, view: View, x: number, y: number): GridPlace | null {
  const [left, top] = [labelWidth(layout), layout.frame.headHeight];
  const column = x < left ? -1 : layout.columnAt(x - left + view.left);
  const row = y < top ? -1 : layout.rowAt(y - top + view.top);
  return row === null || column === null || row + column === -2 ? null : { row, column };
}
