import type { PictureMargins } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import type { HeatmapSource, PlacedHeatmap } from './heatmap-source.ts';
import { labelWidth } from './label-width.ts';
import { layoutLarge } from './layout-large.ts';
import type { MountedSheet } from './mount-sheet.ts';
import { readPalette } from './read-palette.ts';
import { viewOf } from './view-of.ts';

/** Screens narrower than this take the narrow labels, as the stylesheet does for the SVG. */
const wideScreen = '(min-width: 48rem)';

/** Lays a picture out for the frame that the sheet stands in, and gives the sheet its size. */
export function placePicture(frame: HTMLElement, { sheet, canvas }: MountedSheet, source: HeatmapSource, margins: PictureMargins | null): { placed: PlacedHeatmap; scene: HeatmapScene } {
  const { picture, metric, heldLevel, scales } = source;
  const view = viewOf(frame);
  const layout = layoutLarge(picture, { metric, heldLevel, margins, labels: matchMedia(wideScreen).matches ? 'wide' : 'narrow', availableWidth: view.width });
  const read = readCells(picture, metric, { heldLevel, scales, say: 'meaning' });
  const { headHeight, cellsWidth, cellsHeight, marginWidth } = layout.frame;
  sheet.style.width = `${labelWidth(layout) + cellsWidth + marginWidth}px`;
  sheet.style.height = `${headHeight + cellsHeight}px`;
  return { placed: { ...source, layout, read }, scene: { layout, view, ratio: 1, palette: readPalette(canvas), look: (at) => read(at).look, rings: [] } };
}
