import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { countLook } from '#app/charts/heatmap/look/count-look.ts';
import { countLead } from '#app/charts/heatmap/look/count-lead.ts';
import { countState } from '#app/charts/heatmap/look/count-state.ts';
import { heldBy } from '#app/charts/heatmap/look/held-by.ts';
import { isChange } from '#app/charts/heatmap/look/is-change.ts';
import { findKinds, type FoundKinds } from './find-kinds.ts';
import { metricKey } from './metric-key.ts';
import type { ToldLooks } from './tell-people.ts';
import type { ToldBook } from './told-book.ts';

/** As many levels as an address may ask for. */
const heldLevels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** More people than this in a cell cannot be told apart by a whole number of all three counts. */
const mostCounted = 2 ** 17;

/**
 * Tells cells that count people: what each metric shows of them and says before, and the state, which all metrics end with, once. Kinds are
 * of the figures that a metric is worked out from.
 */
export function tellCounts(picture: Picture, metrics: readonly PictureMetric[], book: ToldBook): [string, ToldLooks][] {
  const cells = picture.cells as CountCells;
  const { expected, assessed, met, oldestOn } = cells;
  const suppressed = new Set(cells.suppressed);
  const find = (keyOf: (at: number) => number) => findKinds(expected.length, (at) => (suppressed.has(at) ? -1 : keyOf(at)));
  const counted = find((at) => (expected[at]! * mostCounted + assessed[at]!) * mostCounted + met[at]!);
  const dayAt = new Map([...new Set(oldestOn)].map((day, at) => [day, at]));
  const ofDay = (at: number) => dayAt.get(oldestOn[at] ?? null)!;
  /** Cells that a metric shows alike and says the same of. */
  const kindsOf = (metric: PictureMetric, heldLevel: number): FoundKinds => {
    if (metric === 'holders') {
      const held = Uint32Array.from(expected, (_count, at) => heldBy(cells, at, heldLevel));
      return find((at) => held[at]! * mostCounted + expected[at]!);
    }
    if (metric === 'age') return find((at) => (ofDay(at) * mostCounted + expected[at]!) * mostCounted + assessed[at]!);
    // What changed is of two days' figures: hardly two cells are alike before they are told.
    return isChange(metric) ? find((at) => at) : counted;
  };
  const state = book.part(book.tell(counted, (at) => ({ looks: [], texts: [countState(cells, at)] })));
  return metrics.flatMap((metric) =>
    (metric === 'holders' ? heldLevels : [1]).map((heldLevel): [string, ToldLooks] => {
      const found = kindsOf(metric, heldLevel);
      const lookOf = (at: number) => [book.look(countLook(picture, metric, at, { heldLevel }))];
      const leadOf = (at: number) => [countLead(picture, metric, at, { heldLevel })];
      // Of what changed few looks come with almost as many words as there are cells; of anything else the two go together.
      const isApart = isChange(metric);
      const looks = book.tell(found, (at) => ({ looks: lookOf(at), texts: isApart ? [] : leadOf(at) }));
      const leads = isApart ? book.tell(found, (at) => ({ looks: [], texts: leadOf(at) })) : looks;
      const saysNothing = leads.told.every(({ texts: [words] }) => words === '');
      const words = saysNothing ? [state] : [book.part(leads), state];
      return [metricKey(metric, heldLevel), { look: [looks.at, looks.told.map(({ looks: [place] }) => place!)], words, short: words }];
    }),
  );
}
