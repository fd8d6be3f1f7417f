import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import type { FrameLayout } from './layout-frame.ts';

export interface CellBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The bars of rows and columns, in the order of the picture. */
export interface PictureMargins {
  rows: readonly Margin[];
  columns: readonly Margin[];
}

/** Where everything of a picture stands. Lengths in pixels; x and y from the top left corner of the cells. */
export interface HeatmapLayout {
  frame: FrameLayout;
  margins: PictureMargins | null;
  /** The place in `frame.bands` of each row. */
  bandOfRow: readonly number[];
  box: (row: number, column: number) => CellBox;
  /** The row or column at a height or breadth; null between rows (on a heading) and outside. */
  rowAt: (y: number) => number | null;
  columnAt: (x: number) => number | null;
}

/** What drawing needs of it: not what stands at a point. */
export type DrawnLayout = Pick<HeatmapLayout, 'frame' | 'margins' | 'bandOfRow'>;
