import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { textWidth } from '#app/charts/text/text-width.ts';
import * as sizes from './sizes.ts';

/** How wide the cells of a picture have to be at least for their texts, in pixels; never narrower than a comfortable target. */
export function narrowestCell(picture: Picture, metric: PictureMetric): number {
  return Math.max(36, Math.ceil(longestText(picture, metric)) + 6);
}

/** Counts grow with the people; everything else has texts of known length. */
function longestText({ cells }: Picture, metric: PictureMetric): number {
  if (cells.kind !== 'count') return metric === 'change' ? textWidth('gone', sizes.cellTextSize) : 0;
  const most = cells.expected.reduce((sum, count) => Math.max(sum, count), 0);
  const digits = '0'.repeat(String(most).length);
  return textWidth(metric === 'short' || metric === 'holders' || metric === 'age' ? `${digits}m` : `${digits}/${digits}`, sizes.cellTextSize);
}
