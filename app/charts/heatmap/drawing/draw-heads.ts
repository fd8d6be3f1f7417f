import { muted } from '#app/charts/colour.ts';
import { round } from './cell-boxes.ts';
import { quoteMarkup } from './quote-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { DrawnLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { drawMargin } from './draw-margin.ts';

/**
 * The names above the columns as escaped SVG, turned to read upwards, linked where an address is given; under each its margin's bar, and
 * over them the names of their groups with a line as long as the group.
 */
export function drawHeads({ frame, margins }: DrawnLayout, hrefOf?: ((columnId: string) => string) | undefined, isPlain = false): string {
  const heads = frame.columns.map(({ id, name, lines, x, width }, column) => {
    const text = lines.map((line) => `<text class="heatmap-name" transform="translate(${round(line.x)} ${round(line.y)})rotate(-90)">${quoteMarkup(line.text)}</text>`).join('');
    const linked = hrefOf === undefined || isPlain ? text : `<a href="${quoteMarkup(hrefOf(id))}" aria-label="${quoteMarkup(name)}" data-at="-1,${column}">${text}</a>`;
    const margin = margins?.columns[column];
    if (margin === undefined) return linked;
    const box = { x: x + 1, y: frame.headHeight - frame.marginHeight + 2, width: width - 2, height: sizes.marginBar };
    return linked + drawMargin(margin, box, isPlain ? null : name);
  });
  const groups = (frame.columnGroups ?? []).map(({ x, y, width, lines }) => {
    const text = lines.map((line) => `<text x="${round(line.x)}" y="${round(line.y)}">${quoteMarkup(line.text)}</text>`).join('');
    return `${text}<path class="heatmap-rule" stroke="${muted}" d="M${round(x)} ${y - 0.5}h${round(width)}"/>`;
  });
  const over = groups.length === 0 ? '' : `<g font-weight="700">${groups.join('')}</g>`;
  return `<g font-size="${sizes.headSize}">${over}${heads.join('')}</g>`;
}
