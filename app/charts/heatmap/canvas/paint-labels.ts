import { heatmapSizes as sizes } from '#app/charts/heatmap/layout/heatmap-sizes.ts';
import { fontOf } from './font-of.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { bandsInView } from './in-view.ts';

/** Draws the names and notes of the rows in view and the headings of the groups, from the first row's top; `width` is that of the label column. */
export function paintLabels(context: CanvasRenderingContext2D, { layout, labels, palette, view }: HeatmapScene, width: number): void {
  const { bands } = layout.frame;
  const shown = bandsInView(bands, view.top, view.height);
  for (let at = shown.from; at < shown.to; at += 1) {
    const { rowIndex, y, wideLines, narrowLines } = bands[at]!;
    if (rowIndex === null && y > 0) {
      context.fillStyle = palette.line;
      context.fillRect(0, y + sizes.groupPadding / 2 - 0.5, width, 1);
    }
    for (const line of labels === 'wide' ? wideLines : narrowLines) {
      const isNote = line.kind === 'note';
      context.font = fontOf(isNote ? sizes.noteSize : sizes.nameSize, line.kind === 'group');
      context.fillStyle = isNote ? palette.muted : palette.ink;
      context.fillText(line.text, 0, y + line.y);
    }
  }
}
