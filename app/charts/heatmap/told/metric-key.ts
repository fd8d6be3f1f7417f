import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';

/** What a metric is told under: people at a level or above are told for each level. */
export function metricKey(metric: PictureMetric, heldLevel: number): string {
  return metric === 'holders' ? metric + heldLevel : metric;
}
