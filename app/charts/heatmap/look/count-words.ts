import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { heldBy } from './held-by.ts';
import { serviceCellState } from './service-cell-state.ts';

/**
 * A cell that counts people in words: how many of the assessed meet the expected level, the share in whole per cent, how many are not
 * counted because they are not assessed; before it what the metric shows beyond that.
 */
export function countWords(picture: Picture, metric: PictureMetric, at: number, { heldLevel }: { heldLevel: number }): string {
  const { expected, assessed, met, suppressed, oldestOn } = picture.cells as CountCells;
  const counts = { skillId: '', expected: expected[at]!, assessed: assessed[at]!, met: met[at]! };
  const isSuppressed = suppressed.length > 0 && suppressed.includes(at);
  const state = serviceCellState({ ...counts, share: null, suppressed: isSuppressed });
  if (isSuppressed) return state;
  if (metric === 'change' || metric === 'people-moved' || metric === 'bar-moved') return `${changeWords(picture, at)}; now ${state}`;
  if (metric === 'holders') {
    const held = heldBy(picture.cells as CountCells, at, heldLevel);
    return `${held} ${held === 1 ? 'person' : 'people'} at level ${heldLevel} or above; ${state}`;
  }
  if (metric === 'complete' && counts.expected > 0) return `${counts.assessed} of ${counts.expected} assessed; ${state}`;
  const oldest = oldestOn[at] ?? null;
  if (metric === 'age' && oldest !== null) return `oldest agreed level of ${formatDate(oldest)}; ${state}`;
  return metric === 'short' && counts.assessed > 0 ? `${counts.assessed - counts.met} short; ${state}` : state;
}

function changeWords({ cells, earlier }: Picture, at: number): string {
  const [now, then] = [cells as CountCells, earlier as CountCells | null];
  if (then === null || then.suppressed.includes(at)) return 'earlier figures hidden';
  const between = now.metByEarlierBar?.[at] ?? now.met[at]!;
  const signed = (difference: number) => (difference > 0 ? `+${difference}` : String(difference));
  return `${then.met[at]} met before, ${now.met[at]} now; people moved ${signed(between - then.met[at]!)}, the bar moved ${signed(now.met[at]! - between)}`;
}
