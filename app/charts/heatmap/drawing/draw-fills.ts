import { ink, muted } from '#app/charts/colour.ts';
import type { RowBoxes } from './cell-boxes.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';

const borders = {
  none: '',
  short: ` stroke="${ink}" stroke-width="2"`,
  dashed: ` stroke="${muted}" stroke-dasharray="4 3"`,
  'short-dashed': ` stroke="${ink}" stroke-width="2" stroke-dasharray="4 3"`,
} as const;

/** The page's style sheet shows hatches on paper and in system colours ('by-style'); a file has them always or not at all. */
export interface Hatches {
  shown: 'by-style' | 'always' | 'never';
  /** What the ids of `drawHatches` start with. */
  id: string;
}

/**
 * Fills, borders and hatches of one row of cells. Cells that look alike are one path, which is why fills stand apart from the links that
 * lie on them. A border is drawn inside the cell's edge, so that neighbours keep their distance.
 */
export function drawFills(cells: readonly { look: CellLook }[], { paths }: RowBoxes, { shown, id }: Hatches): string {
  const [alike, hatched] = [new Map<string, string>(), new Map<string, string>()];
  const put = (map: Map<string, string>, key: string, path: string) => map.set(key, (map.get(key) ?? '') + path);
  cells.forEach(({ look: { fill, border, hatch } }, column) => {
    const inset = border === 'none' || border === 'dashed' ? border : 'short';
    if (fill !== null || border !== 'none') put(alike, `class="heatmap-${border === 'none' ? 'fill' : 'edge'}" fill="${fill ?? 'none'}"${borders[border]}`, paths[column]![inset]);
    if (hatch !== 'none' && shown !== 'never') put(hatched, hatch, paths[column]![inset]);
  });
  let markup = '';
  for (const [attributes, d] of alike) markup += `<path ${attributes} d="${d}"/>`;
  for (const [kind, d] of hatched) markup += `<path ${shown === 'always' ? '' : 'class="heatmap-hatch" '}fill="url(#${id}-${kind})" d="${d}"/>`;
  return markup;
}
