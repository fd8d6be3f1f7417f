import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { ageFill, gapFill, levelFill, paper, voiceFill } from '#app/charts/colour.ts';
import { ageText } from './age-text.ts';
import { changeLook } from './change-look.ts';
import { daysApart } from './days-apart.ts';
import { hatchOf } from './hatch-of.ts';
import { isAged } from './is-aged.ts';
import { isChange } from './is-change.ts';
import { lookOf, type CellLook } from './look-of.ts';
import { signedText } from './signed-text.ts';

/** What a person's cell looks like: the letter or number of the metric, and whatever the metric, the outline of a shortfall and the marks. */
export function personLook({ cells, earlier, asOf }: Picture, metric: PictureMetric, at: number): CellLook {
  const cell = unpackCell(cells as PersonCells, at, '');
  if (isChange(metric)) return changeOf(cell, earlier && unpackCell(earlier as PersonCells, at, ''), metric);
  if (cell === null) return lookOf('×', null);
  if (metric === 'voices') return voiceLook(cell);
  const { state, marks, agreedLevel, expectedLevel, agreedOn, gap } = cell;
  const isExtra = state === 'not-expected';
  const isBeyond = state === 'above';
  const border = state === 'below' ? 'short' : 'none';
  const hatch = border === 'short' ? border : isBeyond ? 'over' : 'none';
  if (metric === 'complete' && state !== 'not-observed' && agreedLevel !== null) return lookOf(isExtra ? 'A·' : 'A', levelFill(0), border, 'none', marks);
  if (state === 'not-assessed') {
    const who = metric !== 'complete' ? '-' : marks.includes('manager-only') ? 'M' : marks.includes('self-only') ? 'S' : '-';
    return lookOf(who, paper, 'dashed', 'none', marks);
  }
  if (metric === 'age' && isAged(cell)) {
    return lookOf(ageText(agreedOn!, asOf) + (state === 'not-observed' ? '?' : isExtra ? '·' : ''), ageFill(daysApart(agreedOn!, asOf)), border, 'none', marks);
  }
  if (state === 'not-observed') return lookOf('n/o', paper, 'none', 'none', marks);
  if (agreedLevel === null) return lookOf('·', null, 'none', 'none', marks);
  const levelText = marks.includes('level-undefined') ? (isExtra ? 'nd/·' : isBeyond ? 'n/d+' : 'n/d') : '';
  if (metric === 'agreed') return lookOf(levelText || (isExtra ? `(${agreedLevel})` : agreedLevel + (isBeyond ? '+' : '')), levelFill(agreedLevel), border, hatch, marks);
  return lookOf(levelText || `${agreedLevel}/${expectedLevel ?? '·'}`, gap === null ? null : gapFill(gap), border, hatch, marks);
}

/** Self less agreed; two or more apart is outlined, since it asks for a talk. */
function voiceLook({ selfLevel, agreedLevel, marks }: MatrixCell): CellLook {
  if (selfLevel !== null && agreedLevel !== null) {
    const apart = selfLevel - agreedLevel;
    return lookOf(signedText(apart), voiceFill(apart), Math.abs(apart) > 1 ? 'short' : 'none', hatchOf(apart), marks);
  }
  return selfLevel === agreedLevel ? lookOf('·', null, 'none', 'none', marks) : lookOf(`${selfLevel ?? '-'}/${agreedLevel ?? '-'}`, paper, 'dashed', 'none', marks);
}

/** How the gap changed, or what it was made of: the levels then and now, or the expectations then and now. A higher bar counts downwards. */
function changeOf(now: MatrixCell | null, then: MatrixCell | null, metric: PictureMetric): CellLook {
  if (now === null || then === null) return lookOf('×', null);
  const border = now.state === 'below' ? 'short' : now.state === 'not-assessed' ? 'dashed' : 'none';
  const what = metric === 'change' ? 'gap' : metric === 'people-moved' ? 'agreedLevel' : 'expectedLevel';
  const [before, after] = [then[what], now[what]];
  if (before !== null && after !== null) return changeLook(metric, before, after, metric === 'bar-moved' ? before - after : after - before, border);
  if (before === after) return lookOf(now.state === 'not-expected' || metric === 'bar-moved' ? '·' : '-', null, border);
  return lookOf(metric !== 'change' ? `${before ?? '-'}›${after ?? '-'}` : before === null ? 'new' : 'gone', paper, border);
}
