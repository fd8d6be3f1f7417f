import { daysBetween } from '#app/domain/assessment/days-between.ts';
import type { CountCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { ageFill, countFill, gapFill, levelFill, missingFill, paper, shareFill } from '#app/charts/colour.ts';
import { ageText } from './age-text.ts';
import { heldBy } from './held-by.ts';
import { lookOf, type CellLook } from './look-of.ts';
import { signedText } from './signed-text.ts';

/**
 * What a cell that counts people looks like. Outlined where fewer than half of the assessed meet the expected level (of `short`: where
 * anybody is short; of `holders`: where the skill rests on one person or nobody), dashed where a third or more are not assessed.
 */
export function countLook(picture: Picture, metric: PictureMetric, at: number, { heldLevel }: { heldLevel: number }): CellLook {
  const cells = picture.cells as CountCells;
  const [expected, assessed, met] = [cells.expected[at]!, cells.assessed[at]!, cells.met[at]!];
  if (isWithheld(cells, at)) return lookOf('[c]', paper);
  if (metric === 'change' || metric === 'people-moved' || metric === 'bar-moved') return changeLook(picture, metric, at);
  if (metric === 'holders') {
    const held = heldBy(cells, at, heldLevel);
    if (expected === 0 && held === 0) return lookOf('·', null);
    return lookOf(String(held), levelFill(held === 0 ? 0 : held < 3 ? 1 : held < 5 ? 2 : held < 9 ? 3 : 4), { border: expected > 0 && held < 2 ? 'short' : 'none' });
  }
  if (expected === 0) return lookOf('·', null);
  if (assessed === 0) return lookOf('-', paper, { border: 'dashed' });
  const isPatchy = (expected - assessed) * 3 >= expected;
  const isShort = metric === 'short' ? met < assessed : met * 2 < assessed;
  const border = isShort ? (isPatchy ? 'short-dashed' : 'short') : isPatchy ? 'dashed' : 'none';
  const hatch = isShort ? 'short' : 'none';
  if (metric === 'short') return lookOf(String(assessed - met), countFill(assessed - met), { border, hatch });
  if (metric === 'complete') return lookOf(`${assessed}/${expected}`, missingFill(1 - assessed / expected), { border: isPatchy ? 'dashed' : 'none' });
  const oldest = cells.oldestOn[at] ?? null;
  if (metric === 'age') return oldest === null ? lookOf('-', paper, { border: 'dashed' }) : lookOf(ageText(oldest, picture.asOf), ageFill(daysBetween(oldest, picture.asOf)), { border: isPatchy ? 'dashed' : 'none' });
  return lookOf(`${met}/${assessed}`, shareFill(met / assessed), { border, hatch });
}

function isWithheld(cells: CountCells, at: number): boolean {
  return cells.suppressed.length > 0 && cells.suppressed.includes(at);
}

/** How many more meet than then, and what it is made of: what the same people did, and what the framework did. */
function changeLook(picture: Picture, metric: PictureMetric, at: number): CellLook {
  const cells = picture.cells as CountCells;
  const earlier = picture.earlier as CountCells | null;
  if (earlier === null || isWithheld(earlier, at)) return lookOf('[c]', paper);
  if (cells.expected[at] === 0 && earlier.expected[at] === 0) return lookOf('·', null);
  const [then, now, between] = [earlier.met[at]!, cells.met[at]!, cells.metByEarlierBar?.[at] ?? cells.met[at]!];
  const [before, after] = metric === 'change' ? [then, now] : metric === 'people-moved' ? [then, between] : [between, now];
  const difference = after - before;
  const text = difference === 0 ? '=' : metric === 'change' ? signedText(difference) : `${before}›${after}`;
  const border = now * 2 < cells.assessed[at]! ? 'short' : 'none';
  return lookOf(text, gapFill(difference), { border, hatch: difference < 0 ? 'short' : difference > 0 ? 'over' : 'none' });
}
