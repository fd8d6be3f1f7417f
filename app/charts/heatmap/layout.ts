import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { bandsOfRows } from '#app/charts/heatmap/layout/bands-of-rows.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import { headedRows } from '#app/charts/heatmap/layout/headed-rows.ts';
import type { HeatmapLayout, PictureMargins } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { layoutFrame } from '#app/charts/heatmap/layout/layout-frame.ts';
import { measureTexts } from '#app/charts/heatmap/layout/measure-texts.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import { placesOf } from '#app/charts/heatmap/layout/places-of.ts';
import { widestCellWide } from '#app/charts/heatmap/layout/sizes.ts';

export interface LayoutOptions {
  metric: PictureMetric;
  heldLevel: number;
  /** How wide the picture may be before cells keep their smallest width and the frame scrolls. */
  availableWidth?: number;
  margins?: PictureMargins | null;
}

/** From here on there is a screen's room and not a page's. */
const widestPage = 1400;

/** The geometry of a picture: the same for SVG, canvas, paper and file. Depends on the metric only by the room that its longest text needs. */
export function layoutHeatmap(picture: Picture, options: LayoutOptions): HeatmapLayout {
  const { metric, heldLevel, availableWidth, margins = null } = options;
  const headed = headedRows(picture);
  const { cornerOf, ...texts } = measureTexts(picture, headed);
  const corner = cornerOf(cornerNote(metric, picture.cells.kind === 'count', heldLevel));
  const frame = layoutFrame(picture.columns, headed, { ...texts, corner }, {
    narrowestCell: narrowestCell(picture, metric),
    hasMargins: margins !== null,
    ...(availableWidth && { availableWidth }),
    ...(availableWidth && availableWidth > widestPage && { widest: widestCellWide }),
  });
  const bandOfRow = bandsOfRows(frame.bands);
  return { frame, margins, bandOfRow, ...placesOf(frame, bandOfRow) };
}
