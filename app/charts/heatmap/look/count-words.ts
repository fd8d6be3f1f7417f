import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { countLead } from './count-lead.ts';
import { countState } from './count-state.ts';

/**
 * A cell that counts people in words: how many of the assessed meet the expected level, the share in whole per cent, how many are not
 * counted because they are not assessed; before it what the metric shows beyond that.
 */
export function countWords(picture: Picture, metric: PictureMetric, at: number, options: { heldLevel: number }): string {
  return countLead(picture, metric, at, options) + countState(picture.cells as CountCells, at);
}
