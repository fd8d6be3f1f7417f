import { ink, line, muted, paper } from '#app/charts/colour.ts';
import type { Palette } from './heatmap-scene.ts';

/**
 * The colours of a canvas: those of every picture or, where the reader has chosen colours for the whole system, those. Its style says
 * them: `outline-color` for the focus, `caret-color` for the pointer, `color` and `background-color` for the system's ink and paper.
 */
export function readPalette(canvas: HTMLCanvasElement): Palette {
  const { color, backgroundColor, outlineColor: focus, caretColor: pointer } = getComputedStyle(canvas);
  if (!matchMedia('(forced-colors: active)').matches) return { isForced: false, ink, paper, muted, line, focus, pointer };
  return { isForced: true, ink: color, paper: backgroundColor, muted: color, line: color, focus, pointer };
}
