import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import { layoutFrame, type FrameLayout } from '#app/charts/heatmap/layout/layout-frame.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import { placesOf } from '#app/charts/heatmap/layout/places-of.ts';

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

export interface LayoutOptions {
  metric: PictureMetric;
  heldLevel: number;
  /** How wide the picture may be before cells keep their smallest width and the frame scrolls. */
  availableWidth?: number;
  /** All rows as high as the highest. */
  uniformRows?: boolean;
  margins?: PictureMargins | null;
}

/** The geometry of a picture: the same for SVG, canvas, paper and file. Depends on the metric only by the room that its longest text needs. */
export function layoutHeatmap(picture: Picture, options: LayoutOptions): HeatmapLayout {
  const { metric, heldLevel, availableWidth, uniformRows, margins = null } = options;
  const { rows, groups, columns, cells } = picture;
  const frame = layoutFrame(
    columns,
    rows.map(({ id, name, note, group }) => ({ id, name, note, group: group === null ? null : groups[group]! })),
    {
      narrowestCell: narrowestCell(picture, metric),
      cornerNote: cornerNote(metric, cells.kind === 'count', heldLevel),
      hasMargins: margins !== null,
      ...(availableWidth && { availableWidth }),
      ...(uniformRows && { uniformRows }),
    },
  );
  const bandOfRow: number[] = [];
  frame.bands.forEach(({ rowIndex }, at) => {
    if (rowIndex !== null) bandOfRow[rowIndex] = at;
  });
  return { frame, margins, bandOfRow, ...placesOf(frame, bandOfRow) };
}
