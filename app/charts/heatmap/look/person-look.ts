import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { daysBetween } from '#app/domain/assessment/days-between.ts';
import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import { ageFill, gapFill, levelFill, paper, voiceFill } from '#app/charts/colour.ts';
import { ageText } from './age-text.ts';
import { lookOf, type CellLook } from './look-of.ts';
import { signedText } from './signed-text.ts';

/** What a person's cell looks like: the letter or number of the metric, and whatever the metric, the outline of a shortfall and the marks. */
export function personLook(picture: Picture, metric: PictureMetric, at: number): CellLook {
  const cell = unpackCell(picture.cells as PersonCells, at, '');
  if (metric === 'change' || metric === 'people-moved' || metric === 'bar-moved') {
    const earlier = picture.earlier === null ? null : unpackCell(picture.earlier as PersonCells, at, '');
    return changeLook(cell, earlier, metric);
  }
  if (cell === null) return lookOf('×', null);
  const { state, marks, agreedLevel } = cell;
  const border = state === 'below' ? 'short' : 'none';
  const hatch = state === 'below' ? 'short' : state === 'above' ? 'over' : 'none';
  if (metric === 'voices') return voiceLook(cell);
  if (metric === 'complete' && state !== 'not-observed' && agreedLevel !== null) return lookOf(state === 'not-expected' ? 'A·' : 'A', levelFill(0), { border, marks });
  if (metric === 'complete' && state === 'not-assessed' && marks.some((mark) => mark.endsWith('-only'))) {
    return lookOf(marks.includes('manager-only') ? 'M' : 'S', paper, { border: 'dashed', marks });
  }
  if (state === 'not-assessed') return lookOf('-', paper, { border: 'dashed', marks });
  if (metric === 'age' && cell.agreedOn !== null) {
    const text = ageText(cell.agreedOn, picture.asOf);
    const after = state === 'not-observed' ? '?' : state === 'not-expected' ? '·' : '';
    return lookOf(text + after, ageFill(daysBetween(cell.agreedOn, picture.asOf)), { border, marks });
  }
  if (state === 'not-observed') return lookOf('n/o', paper, { marks });
  if (agreedLevel === null) return lookOf('·', null, { marks });
  const isUndefined = marks.includes('level-undefined');
  const undefinedText = state === 'not-expected' ? 'nd/·' : state === 'above' ? 'n/d+' : 'n/d';
  if (metric === 'agreed') {
    const text = isUndefined ? undefinedText : state === 'not-expected' ? `(${agreedLevel})` : state === 'above' ? `${agreedLevel}+` : String(agreedLevel);
    return lookOf(text, levelFill(agreedLevel), { border, hatch, marks });
  }
  if (isUndefined) return lookOf(undefinedText, cell.gap === null ? null : gapFill(cell.gap), { border, hatch, marks });
  if (state === 'not-expected') return lookOf(`${agreedLevel}/·`, null, { marks });
  return lookOf(`${agreedLevel}/${cell.expectedLevel ?? '·'}`, gapFill(cell.gap ?? 0), { border, hatch, marks });
}

/** Self less agreed; two or more apart is outlined, since it asks for a talk. */
function voiceLook({ selfLevel, agreedLevel, marks }: MatrixCell): CellLook {
  if (selfLevel === null && agreedLevel === null) return lookOf('·', null, { marks });
  if (selfLevel === null || agreedLevel === null) return lookOf(`${selfLevel ?? '-'}/${agreedLevel ?? '-'}`, paper, { border: 'dashed', marks });
  const apart = selfLevel - agreedLevel;
  return lookOf(signedText(apart), voiceFill(apart), { border: Math.abs(apart) > 1 ? 'short' : 'none', hatch: hatchOf(apart), marks });
}

function hatchOf(difference: number): CellLook['hatch'] {
  return difference < 0 ? 'short' : difference > 0 ? 'over' : 'none';
}

/** How the gap changed, or what it was made of: the levels then and now, or the expectations then and now. A higher bar counts downwards. */
function changeLook(now: MatrixCell | null, then: MatrixCell | null, metric: PictureMetric): CellLook {
  if (now === null || then === null) return lookOf('×', null);
  const border = now.state === 'below' ? 'short' : now.state === 'not-assessed' ? 'dashed' : 'none';
  const what = metric === 'change' ? 'gap' : metric === 'people-moved' ? 'agreedLevel' : 'expectedLevel';
  const [before, after] = [then[what], now[what]];
  if (before === null && after === null) return lookOf(now.state === 'not-expected' || metric === 'bar-moved' ? '·' : '-', null, { border });
  if (before === null || after === null) {
    return metric === 'change' ? lookOf(before === null ? 'new' : 'gone', paper, { border }) : lookOf(`${before ?? '-'}›${after ?? '-'}`, paper, { border });
  }
  const difference = metric === 'bar-moved' ? before - after : after - before;
  const text = difference === 0 ? '=' : metric === 'change' ? signedText(difference) : `${before}›${after}`;
  return lookOf(text, gapFill(difference), { border, hatch: hatchOf(difference) });
}
