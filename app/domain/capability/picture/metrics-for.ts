import { metricsOf } from './metrics-of.ts';
import type { PictureReader } from '#app/domain/capability/picture/views/picture-reader.ts';
import type { PictureMetric, PictureView } from './picture.ts';

/** These tell of few people by themselves: how many are at a level, and the day of one assessment. */
const ofFewPeople: readonly PictureMetric[] = ['holders', 'age'];

/** What the cells of a view can say to a reader, the usual one first; `before` is the day that is compared with, if any. */
export function metricsFor(
  { mayNamePeople }: Pick<PictureReader, 'mayNamePeople'>,
  { view, before, compare }: { view: PictureView; before: string | null; compare: 'side' | 'change' },
): readonly PictureMetric[] {
  const all = metricsOf(view, before !== null && compare === 'change');
  return mayNamePeople ? all : all.filter((metric) => !ofFewPeople.includes(metric));
}
