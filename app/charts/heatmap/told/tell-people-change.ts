import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { cellWords } from '#app/charts/heatmap/look/cell-words.ts';
import { personLook } from '#app/charts/heatmap/look/person-look.ts';
import { findKinds } from './find-kinds.ts';
import type { ToldLooks } from './tell-people.ts';
import type { ToldBook } from './told-book.ts';

const mostLevels = 32;

/** What a day says in a comparison: levels and states count, marks and days do not. */
const keyOf = ({ expected, agreed, states }: PersonCells, at: number) =>
  ((expected.charCodeAt(at) - 45) * mostLevels + agreed.charCodeAt(at) - 45) * mostLevels + states.charCodeAt(at) - 45;

/** Tells how the cells of single people changed from one day to another. */
export function tellPeopleChange(picture: Picture, metrics: readonly PictureMetric[], book: ToldBook): [PictureMetric, ToldLooks][] {
  const [now, then] = [picture.cells as PersonCells, picture.earlier as PersonCells | null];
  const found = findKinds(now.states.length, (at) => keyOf(now, at) * mostLevels ** 3 + (then ? keyOf(then, at) : 0));
  const kinds = book.tell(found, (at) => ({
    looks: metrics.map((metric) => book.look(personLook(picture, metric, at))),
    texts: [cellWords(picture, 'change', at, { heldLevel: 1 })],
  }));
  const words = [book.part(kinds)];
  return metrics.map((metric, which) => [metric, { look: [kinds.at, kinds.told.map(({ looks }) => looks[which]!)], words, short: words }]);
}
