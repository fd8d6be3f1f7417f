import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';

/** Whether a metric sets two days against each other. */
export function isChange(metric: PictureMetric): boolean {
  return metric === 'change' || metric.endsWith('-moved');
}
