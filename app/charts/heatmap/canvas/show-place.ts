import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { GridPlace } from './move-in-grid.ts';
import { scrollToShow } from './scroll-to-show.ts';
import { viewOf } from './view-of.ts';

/** Scrolls a frame so that the box of a place is in sight beside the heads and labels, which cover `covered` pixels. A head needs no scrolling down, a label none to the side. */
export function showPlace(frame: HTMLElement, { row, column }: GridPlace, box: CellBox, covered: { left: number; top: number }): void {
  const to = scrollToShow(box, viewOf(frame), covered);
  if (column >= 0) frame.scrollLeft = to.left;
  if (row >= 0) frame.scrollTop = to.top;
}
