import type { ToldColours } from '#app/charts/heatmap/told/told-picture.ts';
import type { Palette } from './palette.ts';

/**
 * The colours of a canvas: those that were told or, where the reader has chosen colours for the whole system, those. Its style says
 * them: `outline-color` for the focus, `caret-color` for the pointer, `color` and `background-color` for the system's ink and paper.
 */
export function readPalette(canvas: HTMLCanvasElement, colours: ToldColours): Palette {
  const { color, backgroundColor, outlineColor: focus, caretColor: pointer } = getComputedStyle(canvas);
  const isForced = matchMedia('(forced-colors: active)').matches;
  const ours = isForced ? { ink: color, paper: backgroundColor, muted: color, line: color, short: backgroundColor } : colours;
  return { ...ours, isForced, focus, pointer };
}
