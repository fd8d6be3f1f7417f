import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { fontOf } from './font-of.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { bandsInView } from './in-view.ts';

/** Draws the names and notes of the rows in view and the headings of the groups, from the first row's top; `width` is that of the label column. */
export function paintLabels(context: CanvasRenderingContext2D, { layout: { frame }, palette, view }: HeatmapScene, width: number): void {
  const shown = bandsInView(frame, view);
  for (let at = shown.from; at < shown.to; at += 1) {
    const { rowIndex, y: top, wideLines } = frame.bands[at]!;
    if (rowIndex === null && top > 0) {
      context.fillStyle = palette.line;
      context.fillRect(0, top + sizes.groupPadding / 2 - 0.5, width, 1);
    }
    for (const { text, kind, y } of wideLines) {
      const isNote = kind === 'note';
      context.font = fontOf(isNote ? sizes.noteSize : sizes.nameSize, kind === 'group');
      context.fillStyle = isNote ? palette.muted : palette.ink;
      context.fillText(text, 0, top + y);
    }
  }
}
