import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { fontOf } from './font-of.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { columnsInView } from './in-view.ts';
import { paintMargin } from './paint-margin.ts';

/** Draws the names of the columns in view, turned to read upwards, from the first column's left edge. */
export function paintHeads(context: CanvasRenderingContext2D, { layout: { frame, margins }, palette, view }: HeatmapScene): void {
  const { columns, headHeight, marginHeight } = frame;
  const shown = columnsInView(frame, view);
  for (let column = shown.from; column < shown.to; column += 1) {
    const { x, width } = columns[column]!;
    paintMargin(context, margins?.columns[column], palette, x + 1, headHeight - marginHeight + 2, width - 2);
  }
  context.save();
  context.rotate(-Math.PI / 2);
  context.font = fontOf(sizes.headSize);
  context.fillStyle = palette.ink;
  for (let column = shown.from; column < shown.to; column += 1) for (const { text, x, y } of columns[column]!.lines) context.fillText(text, -y, x);
  context.restore();
}
