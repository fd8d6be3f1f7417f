import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { linesInColumn } from '#app/charts/heatmap/layout/lines-in-column.ts';
import { wrapHeads } from '#app/charts/heatmap/layout/wrap-heads.ts';
import type { ToldPicture } from './told-picture.ts';

/** The names of the columns in lines, for every number of lines that there can be room for; `narrowest` are the least widths of a cell. */
export function tellHeads(columns: readonly { name: string }[], narrowest: readonly number[]): ToldPicture['heads'] {
  const heads: ToldPicture['heads'] = {};
  const to = linesInColumn(Math.max(sizes.widestCell, ...narrowest));
  for (let most = linesInColumn(Math.min(...narrowest)); most <= to; most += 1) heads[most] = wrapHeads(columns, most);
  return heads;
}
