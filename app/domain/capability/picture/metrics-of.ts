import { comparedViews, type PictureMetric, type PictureView } from './picture.ts';

const ofCounts: readonly PictureMetric[] = ['met', 'short', 'holders', 'complete', 'age'];

const ofView: Record<PictureView, readonly PictureMetric[]> = {
  people: ['gap', 'agreed', 'complete', 'age'],
  teams: ofCounts,
  'role-levels': ofCounts,
  cycles: ['met', 'short', 'holders', 'complete'],
  voices: ['voices'],
  expectation: ['expected'],
};

/**
 * What the cells of a view can say, the usual one first. Of a difference between two days: how the gap (people) or the number who meet
 * (counts) changed, and the two parts of it: what people did and what the framework did.
 */
export function metricsOf(view: PictureView, isChange: boolean): readonly PictureMetric[] {
  return isChange && comparedViews.includes(view) ? ['change', 'people-moved', 'bar-moved'] : ofView[view];
}
