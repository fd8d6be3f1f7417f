import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapScene } from './heatmap-scene.ts';
import { bandsInView } from './in-view.ts';

/** Draws the names and notes of the rows in view and the headings of the groups, from the first row's top; `width` is that of the label column. */
export function paintLabels(context: CanvasRenderingContext2D, { layout, told: { typeface }, palette, view }: HeatmapScene, width: number): void {
  const shown = bandsInView(layout, view);
  for (let at = shown.from; at < shown.to; at += 1) {
    const { rowIndex, y: top, names, notes, baselines } = layout.bands[at]!;
    if (rowIndex === null && top > 0) {
      context.fillStyle = palette.line;
      context.fillRect(0, top + sizes.groupPadding / 2 - 0.5, width, 1);
    }
    baselines.forEach((y, line) => {
      const note = notes[line - names.length];
      context.font = `${rowIndex === null ? 700 : 400} ${note === undefined ? sizes.nameSize : sizes.noteSize}px ${typeface}`;
      context.fillStyle = note === undefined ? palette.ink : palette.muted;
      context.fillText(note ?? names[line]!, 0, top + y);
    });
  }
}
