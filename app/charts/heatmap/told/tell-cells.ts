import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { isChange } from '#app/charts/heatmap/look/is-change.ts';
import { tellCounts } from './tell-counts.ts';
import { tellExpectation } from './tell-expectation.ts';
import { tellPeople, type ToldLooks } from './tell-people.ts';
import { tellPeopleChange } from './tell-people-change.ts';
import type { ToldBook } from './told-book.ts';

export interface TellOptions {
  /** What the reader may see, the usual one first. */
  metrics: readonly PictureMetric[];
  scales: SkillScales;
}

/** Tells the cells of a picture: by its key what is told of each metric. */
export function tellCells(picture: Picture, { metrics, scales }: TellOptions, book: ToldBook): [string, ToldLooks][] {
  if (picture.cells.kind === 'expectation') return [['expected', tellExpectation(picture, { scales, book })]];
  if (picture.cells.kind === 'count') return tellCounts(picture, metrics, book);
  const [changes, ofDay] = [metrics.filter(isChange), metrics.filter((metric) => !isChange(metric))];
  return [...(ofDay.length > 0 ? tellPeople(picture, ofDay, { scales, book }) : []), ...(changes.length > 0 ? tellPeopleChange(picture, changes, book) : [])];
}
