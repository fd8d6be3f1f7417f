import { heatmapSizes as sizes } from '#app/charts/heatmap/heatmap-sizes.ts';
import { fontOf } from './font-of.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { columnsInView } from './in-view.ts';

/** Draws the names of the columns in view, turned to read upwards, from the first column's left edge. */
export function paintHeads(context: CanvasRenderingContext2D, { layout, palette, view }: HeatmapScene): void {
  const { columns } = layout.frame;
  const shown = columnsInView(columns, view.left, view.width);
  context.font = fontOf(sizes.headSize);
  context.fillStyle = palette.ink;
  for (const { lines } of columns.slice(shown.from, shown.to)) {
    for (const { text, x, y } of lines) {
      context.save();
      context.translate(x, y);
      context.rotate(-Math.PI / 2);
      context.fillText(text, 0, 0);
      context.restore();
    }
  }
}
