import { drawMargin } from './draw-margin.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapBand } from '#app/charts/heatmap/layout/layout-bands.ts';
import type { DrawnLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';

/** The bars at the right of the rows, as escaped SVG; nothing where the picture has none. */
export function drawRowMargins({ frame, margins }: DrawnLayout, bands: readonly HeatmapBand[], isPlain = false): string {
  if (margins === null) return '';
  return bands
    .map(({ rowIndex, name, y, height }) => {
      if (rowIndex === null) return '';
      const box = { x: frame.cellsWidth + 8, y: y + (height - sizes.marginBar) / 2, width: frame.marginWidth - 12, height: sizes.marginBar };
      return drawMargin(margins.rows[rowIndex]!, box, isPlain ? null : name);
    })
    .join('');
}
