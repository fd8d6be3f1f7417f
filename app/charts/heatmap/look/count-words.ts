import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { dayWords } from './day-words.ts';
import { heldBy } from './held-by.ts';
import { isChange } from './is-change.ts';
import { serviceCellState } from './service-cell-state.ts';

/**
 * A cell that counts people in words: how many of the assessed meet the expected level, the share in whole per cent, how many are not
 * counted because they are not assessed; before it what the metric shows beyond that.
 */
export function countWords({ cells: of, earlier }: Picture, metric: PictureMetric, at: number, { heldLevel }: { heldLevel: number }): string {
  const cells = of as CountCells;
  const [expected, assessed, met] = [cells.expected[at]!, cells.assessed[at]!, cells.met[at]!];
  const suppressed = cells.suppressed.includes(at);
  const state = serviceCellState({ skillId: '', expected, assessed, met, share: null, suppressed });
  if (suppressed) return state;
  if (isChange(metric)) return `${changeWords(cells, earlier as CountCells | null, at)}; now ${state}`;
  const oldest = cells.oldestOn[at];
  let first = '';
  if (metric === 'holders') {
    const held = heldBy(cells, at, heldLevel);
    first = `${held} ${held === 1 ? 'person' : 'people'} at level ${heldLevel} or above`;
  } else if (metric === 'complete' && expected > 0) first = `${assessed} of ${expected} assessed`;
  else if (metric === 'age' && oldest) first = `oldest agreed level of ${dayWords(oldest)}`;
  else if (metric === 'short' && assessed > 0) first = `${assessed - met} short`;
  return first === '' ? state : `${first}; ${state}`;
}

function changeWords({ met, metByEarlierBar }: CountCells, earlier: CountCells | null, at: number): string {
  if (earlier === null || earlier.suppressed.includes(at)) return 'earlier figures hidden';
  const [then, now] = [earlier.met[at]!, met[at]!];
  const between = metByEarlierBar?.[at] ?? now;
  const signed = (difference: number) => (difference > 0 ? '+' : '') + difference;
  return `${then} met before, ${now} now; people moved ${signed(between - then)}, the bar moved ${signed(now - between)}`;
}
