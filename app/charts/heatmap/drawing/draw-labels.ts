import { line as rule, muted } from '#app/charts/colour.ts';
import { quoteMarkup } from './quote-markup.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapBand } from '#app/charts/heatmap/layout/layout-bands.ts';

interface LabelOptions {
  size: 'wide' | 'narrow';
  width: number;
  rowHref?: ((rowId: string) => string) | undefined;
  groupHref?: ((groupId: string) => string) | undefined;
}

/**
 * Names of the rows and headings of the groups as escaped SVG, each a link to its own page where an address is given. To the keyboard a
 * heading is the place at the left of the name below it.
 */
export function drawLabels(bands: readonly HeatmapBand[], { size, width, rowHref, groupHref }: LabelOptions): string {
  const labels = bands
    .map((band, at) => {
      const lines = size === 'wide' ? band.wideLines : band.narrowLines;
      const isGroup = band.rowIndex === null;
      const href = (isGroup ? groupHref : rowHref)?.(band.id);
      const text = lines
        .map(({ text: words, kind, y }) => {
          if (kind === 'note') return `<text y="${y}" font-size="${sizes.noteSize}" fill="${muted}">${quoteMarkup(words)}</text>`;
          return `<text class="heatmap-name" y="${y}"${kind === 'group' ? ' font-weight="700"' : ''}>${quoteMarkup(words)}</text>`;
        })
        .join('');
      const notes = band.wideLines.filter(({ kind }) => kind === 'note').map((note) => note.text).join(' ');
      const name = notes ? `${band.name}, ${notes}` : band.name;
      const linked = href === undefined ? text : `<a href="${quoteMarkup(href)}" data-at="${isGroup ? `${bands[at + 1]!.rowIndex},-2` : `${band.rowIndex},-1`}" aria-label="${quoteMarkup(name)}">${text}</a>`;
      // The line that ends narrow labels stands beside the rows alone: headings reach over its place.
      const line = isGroup ? band.y > 0 && `M0 ${band.y + sizes.groupPadding / 2}h${width}` : size === 'narrow' && `M${width + 0.5} ${band.y}v${band.height}`;
      const drawn = line ? `<path class="heatmap-rule" d="${line}" stroke="${rule}"/>` : '';
      return `${drawn}<g transform="translate(0 ${band.y})">${linked}</g>`;
    })
    .join('');
  return `<g font-size="${sizes.nameSize}">${labels}</g>`;
}
