import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';

/** What `metricKey` made the key of; the level is 0 for a metric that is not told by level. */
export function metricOfKey(key: string): { metric: PictureMetric; heldLevel: number } {
  const [, metric, level] = /^(.*?)(\d?)$/.exec(key) as unknown as [string, PictureMetric, string];
  return { metric, heldLevel: Number(level) };
}
