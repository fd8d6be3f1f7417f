import { heatmapSizes as sizes } from '#app/charts/heatmap/layout/heatmap-sizes.ts';
import { fontOf } from './font-of.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { columnsInView } from './in-view.ts';
import { paintMargin } from './paint-margin.ts';

/** Draws the names of the columns in view, turned to read upwards, from the first column's left edge. */
export function paintHeads(context: CanvasRenderingContext2D, { layout, palette, view }: HeatmapScene): void {
  const { columns, headHeight, marginHeight } = layout.frame;
  const shown = columnsInView(columns, view.left, view.width);
  context.font = fontOf(sizes.headSize);
  for (let column = shown.from; column < shown.to; column += 1) {
    const { lines, x: left, width } = columns[column]!;
    context.fillStyle = palette.ink;
    for (const { text, x, y } of lines) {
      context.save();
      context.translate(x, y);
      context.rotate(-Math.PI / 2);
      context.fillText(text, 0, 0);
      context.restore();
    }
    const margin = layout.margins?.columns[column];
    if (margin) paintMargin(context, margin, palette, left + 1, headHeight - marginHeight + 2, width - 2);
  }
}
