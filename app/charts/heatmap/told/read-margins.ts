import type { PictureMargins } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { ToldPicture } from './told-picture.ts';

/** The margins of what is told; null where there are none. */
export function readMargins({ margins }: Pick<ToldPicture, 'margins'>): PictureMargins | null {
  return margins && { rows: inThrees(margins.rows), columns: inThrees(margins.columns) };
}

const inThrees = (counts: readonly number[]) => Array.from({ length: counts.length / 3 }, (_, at) => ({ met: counts[at * 3]!, short: counts[at * 3 + 1]!, open: counts[at * 3 + 2]! }));
