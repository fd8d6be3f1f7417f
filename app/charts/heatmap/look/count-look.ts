import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { ageFill, countFill, levelFill, missingFill, paper, shareFill } from '#app/charts/colour.ts';
import { ageText } from './age-text.ts';
import { changeLook } from './change-look.ts';
import { daysApart } from './days-apart.ts';
import { heldBy } from './held-by.ts';
import { isChange } from './is-change.ts';
import { lookOf, type CellLook } from './look-of.ts';

/**
 * What a cell that counts people looks like. Outlined where fewer than half of the assessed meet the expected level (of `short`: where
 * anybody is short; of `holders`: where the skill rests on one person or nobody), dashed where a third or more are not assessed.
 */
export function countLook({ cells: of, earlier, asOf }: Picture, metric: PictureMetric, at: number, { heldLevel }: { heldLevel: number }): CellLook {
  const cells = of as CountCells;
  const [expected, assessed, met] = [cells.expected[at]!, cells.assessed[at]!, cells.met[at]!];
  if (cells.suppressed.includes(at)) return lookOf('[c]', paper);
  if (isChange(metric)) return changeOf(cells, earlier as CountCells | null, metric, at);
  const held = metric === 'holders' ? heldBy(cells, at, heldLevel) : 0;
  if (expected + held === 0) return lookOf('·', null);
  if (metric === 'holders') return lookOf(held, levelFill([1, 3, 5, 9].filter((step) => held >= step).length), expected > 0 && held < 2 ? 'short' : 'none');
  if (assessed === 0) return lookOf('-', paper, 'dashed');
  const dashed = (expected - assessed) * 3 >= expected ? 'dashed' : 'none';
  if (metric === 'complete') return lookOf(`${assessed}/${expected}`, missingFill(1 - assessed / expected), dashed);
  const oldest = cells.oldestOn[at] ?? null;
  if (metric === 'age') return oldest === null ? lookOf('-', paper, 'dashed') : lookOf(ageText(oldest, asOf), ageFill(daysApart(oldest, asOf)), dashed);
  const short = assessed - met;
  const hatch = (metric === 'short' ? short > 0 : met * 2 < assessed) ? 'short' : 'none';
  const border = hatch === 'none' ? dashed : dashed === 'none' ? hatch : 'short-dashed';
  return metric === 'short' ? lookOf(short, countFill(short), border, hatch) : lookOf(`${met}/${assessed}`, shareFill(met / assessed), border, hatch);
}

/** How many more meet than then, and what it is made of: what the same people did, and what the framework did. */
function changeOf(cells: CountCells, earlier: CountCells | null, metric: PictureMetric, at: number): CellLook {
  if (earlier === null || earlier.suppressed.includes(at)) return lookOf('[c]', paper);
  if (cells.expected[at] === 0 && earlier.expected[at] === 0) return lookOf('·', null);
  const [then, now] = [earlier.met[at]!, cells.met[at]!];
  const between = cells.metByEarlierBar?.[at] ?? now;
  const before = metric === 'bar-moved' ? between : then;
  const after = metric === 'people-moved' ? between : now;
  return changeLook(metric, before, after, after - before, now * 2 < cells.assessed[at]! ? 'short' : 'none');
}
