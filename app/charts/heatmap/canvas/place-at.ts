import type { LargeLayout } from './layout-large.ts';
import type { GridPlace } from './move-in-grid.ts';
import type { View } from './scroll-to-show.ts';

/** What stands at a point of the frame, in pixels from its top left corner: a cell, a head, a label. Null in the corner, on the heading of a group and beyond the picture. */
export function placeAt({ headHeight: top, labelWidth: left, columnAt, rowAt }: LargeLayout, view: View, x: number, y: number): GridPlace | null {
  const column = x < left ? -1 : columnAt(x - left + view.left);
  const row = y < top ? -1 : rowAt(y - top + view.top);
  return row === null || column === null || row + column === -2 ? null : { row, column };
}
