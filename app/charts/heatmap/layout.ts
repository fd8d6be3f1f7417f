import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import type { HeatmapLayout, PictureMargins } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { layoutFrame } from '#app/charts/heatmap/layout/layout-frame.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import { placesOf } from '#app/charts/heatmap/layout/places-of.ts';

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
  const { rows, groups, columns, columnGroups, cells } = picture;
  const frame = layoutFrame(
    columns,
    rows.map(({ id, name, note, group }) => ({ id, name, note, group: group === null ? null : groups[group]! })),
    {
      narrowestCell: narrowestCell(picture, metric),
      columnGroups,
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
