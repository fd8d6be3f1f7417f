import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { dayWords } from './day-words.ts';
import { heldBy } from './held-by.ts';
import { isChange } from './is-change.ts';

/** What a metric says of a cell that counts people before its state, with what joins the two; nothing where it says no more than that. */
export function countLead({ cells: of, earlier }: Picture, metric: PictureMetric, at: number, { heldLevel }: { heldLevel: number }): string {
  const cells = of as CountCells;
  if (cells.suppressed.includes(at)) return '';
  if (isChange(metric)) return `${changeWords(cells, earlier as CountCells | null, at)}; now `;
  const [expected, assessed, oldest] = [cells.expected[at]!, cells.assessed[at]!, cells.oldestOn[at]];
  if (metric === 'holders') {
    const held = heldBy(cells, at, heldLevel);
    return `${held} ${held === 1 ? 'person' : 'people'} at level ${heldLevel} or above; `;
  }
  if (metric === 'complete' && expected > 0) return `${assessed} of ${expected} assessed; `;
  if (metric === 'age' && oldest) return `oldest agreed level of ${dayWords(oldest)}; `;
  return metric === 'short' && assessed > 0 ? `${assessed - cells.met[at]!} short; ` : '';
}

function changeWords({ met, metByEarlierBar }: CountCells, earlier: CountCells | null, at: number): string {
  if (earlier === null || earlier.suppressed.includes(at)) return 'earlier figures hidden';
  const [then, now] = [earlier.met[at]!, met[at]!];
  const between = metByEarlierBar?.[at] ?? now;
  const signed = (difference: number) => (difference > 0 ? '+' : '') + difference;
  return `${then} met before, ${now} now; people moved ${signed(between - then)}, the bar moved ${signed(now - between)}`;
}
