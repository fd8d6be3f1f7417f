import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { columnsInView } from './in-view.ts';
import { paintMargin } from './paint-margin.ts';

/** Draws the names of the columns in view, turned to read upwards, from the first column's left edge. */
export function paintHeads(context: CanvasRenderingContext2D, { layout, told: { margins, typeface }, palette, view }: HeatmapScene): void {
  const { columns, headHeight } = layout;
  const shown = columnsInView(layout, view);
  for (let column = shown.from; column < shown.to; column += 1) {
    const { x, width } = columns[column]!;
    paintMargin(context, margins?.columns, column, palette, x + 1, headHeight - sizes.marginHeight + 2, width - 2);
  }
  context.save();
  context.rotate(-Math.PI / 2);
  context.font = `${sizes.headSize}px ${typeface}`;
  context.fillStyle = palette.ink;
  for (let column = shown.from; column < shown.to; column += 1) for (const { text, x, y } of columns[column]!.lines) context.fillText(text, -y, x);
  context.restore();
}
