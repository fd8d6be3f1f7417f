import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { columnsInView } from './in-view.ts';
import { paintMargin } from './paint-margin.ts';

/** Draws the names of the columns in view, turned to read upwards, from the first column's left edge, and over them those of their groups. */
export function paintHeads(context: CanvasRenderingContext2D, { layout, told: { margins, strips, stripHeight, typeface }, palette, view }: HeatmapScene): void {
  const { columns, headHeight } = layout;
  const shown = columnsInView(layout, view);
  for (let column = shown.from; column < shown.to; column += 1) {
    const { x, width } = columns[column]!;
    paintMargin(context, margins?.columns, column, palette, x + 1, headHeight - sizes.marginHeight + 2, width - 2);
  }
  context.save();
  context.fillStyle = palette.ink;
  context.font = `${sizes.headSize}px ${typeface}`;
  for (const [name, first, last] of strips) {
    const { x, width } = columns[first]!;
    const breadth = columns[last]!.x + width - x;
    // A name too long for its strip is drawn narrower.
    context.fillText(name, x, stripHeight - 8, breadth);
    context.fillRect(x, stripHeight - 3, breadth, 1);
  }
  context.rotate(-Math.PI / 2);
  for (let column = shown.from; column < shown.to; column += 1) for (const { text, x, y } of columns[column]!.lines) context.fillText(text, -y, x);
  context.restore();
}
