import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import { ink, muted, shortFill } from '#app/charts/colour.ts';
import { round } from './cell-boxes.ts';
import { quoteMarkup } from './quote-markup.ts';
import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { marginWords } from '#app/charts/heatmap/look/margin-words.ts';

/**
 * The small bar of met, short and open beside a row or under a head, as escaped SVG: met is solid, short is outlined, open is a line at the
 * foot, so that they differ in shape and not only in colour. `name` is what it is about; null leaves the words out.
 */
export function drawMargin(margin: Margin, { x, y, width, height }: CellBox, name: string | null): string {
  const { met, short, open } = margin;
  const all = met + short + open;
  if (all === 0) return '';
  const title = name === null ? '' : `<title>${quoteMarkup(`${name}: ${marginWords(margin)}`)}</title>`;
  const [metWidth, shortWidth] = [round((width * met) / all), round((width * short) / all)];
  const solid = met === 0 ? '' : `<path class="heatmap-met" fill="${muted}" d="M${round(x)} ${y}h${metWidth}v${height}h-${metWidth}z"/>`;
  // The outline lies inside its share, however small that is.
  const inside = Math.max(1, shortWidth - 1);
  const outlined = short === 0 ? '' : `<path class="heatmap-edge" fill="${shortFill}" stroke="${ink}" d="M${round(x + metWidth + 0.5)} ${y + 0.5}h${round(inside)}v${height - 1}h-${round(inside)}z"/>`;
  const foot = open === 0 ? '' : `<path class="heatmap-rule" stroke="${muted}" d="M${round(x + metWidth + shortWidth)} ${y + height - 0.5}H${round(x + width)}"/>`;
  return `<g${name === null ? '' : ' role="img"'}>${title}${solid}${outlined}${foot}</g>`;
}
