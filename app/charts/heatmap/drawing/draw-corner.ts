import { muted } from '#app/charts/colour.ts';
import { quoteMarkup } from './quote-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';

/** What a cell's text means, at the foot of the corner between heads and labels, as escaped SVG. */
export function drawCorner(lines: readonly string[], height: number): string {
  const texts = lines.map((text, index) => `<text y="${height - sizes.headPadding - (lines.length - 1 - index) * sizes.noteLine}">${quoteMarkup(text)}</text>`);
  return `<g font-size="${sizes.noteSize}" fill="${muted}">${texts.join('')}</g>`;
}
