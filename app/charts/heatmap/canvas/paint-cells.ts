import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { bandsInView, columnsInView } from './in-view.ts';
import { paintCell } from './paint-cell.ts';
import { paintMargin } from './paint-margin.ts';

/** Draws the cells in view, from the first cell's corner, the bars of their rows, and the rules above groups. */
export function paintCells(context: CanvasRenderingContext2D, { layout, cells, told: { margins, marks }, palette, view }: HeatmapScene): void {
  const { bands, columns, cellsWidth } = layout;
  const [shown, across] = [bandsInView(layout, view), columnsInView(layout, view)];
  for (let band = shown.from; band < shown.to; band += 1) {
    const { rowIndex, y, height } = bands[band]!;
    if (rowIndex === null) {
      context.fillStyle = palette.line;
      if (y > 0) context.fillRect(0, y + sizes.groupPadding / 2 - 0.5, cellsWidth + sizes.marginWidth, 1);
      continue;
    }
    for (let column = across.from; column < across.to; column += 1) paintCell(context, cells.look(rowIndex * columns.length + column), layout.box(rowIndex, column), palette, marks);
    paintMargin(context, margins?.rows, rowIndex, palette, cellsWidth + 8, y + (height - sizes.marginBar) / 2, sizes.marginWidth - 12);
  }
}
