import { readTold } from '#app/charts/heatmap/told/read-told.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapSource, PlacedHeatmap } from './heatmap-source.ts';
import { layoutLarge } from './layout-large.ts';
import type { MountedSheet } from './mount-sheet.ts';
import { readPalette } from './read-palette.ts';

/** Screens narrower than this take the narrow labels, as the stylesheet does for the SVG. */
const wideScreen = '(min-width: 48rem)';

/** Lays a picture out for the frame that the sheet stands in, and gives the sheet its size. */
export function placePicture(frame: HTMLElement, { sheet, canvas, table }: MountedSheet, source: HeatmapSource): PlacedHeatmap {
  const { told, metric, heldLevel } = source;
  const cells = readTold(told, metric, heldLevel);
  const layout = layoutLarge(told, { metric: cells.metric, labels: matchMedia(wideScreen).matches ? 'wide' : 'narrow', availableWidth: frame.clientWidth });
  const { headHeight, cellsWidth, cellsHeight, labelWidth } = layout;
  sheet.style.width = `${labelWidth + cellsWidth + sizes.marginWidth}px`;
  sheet.style.height = `${headHeight + cellsHeight}px`;
  const placed = { ...source, layout, cells, palette: readPalette(canvas, told.colours) };
  table.show(placed);
  return placed;
}
