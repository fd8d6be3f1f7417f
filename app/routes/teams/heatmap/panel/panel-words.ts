import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';

const numbers = ['no', 'one', 'two', 'three', 'four'];

/** A level as a number with its name: "2 working"; level 0 is "0 not yet". */
export function panelLevel(levels: readonly ScaleStep[], ordinal: number): string {
  if (ordinal === 0) return '0 not yet';
  return `${ordinal} ${levels.find((step) => step.ordinal === ordinal)?.name.toLowerCase() ?? ''}`.trim();
}

/** Where somebody stands in one skill: "Agreed 1 awareness, expected 3 practitioner: two levels short". */
export function standingWords(levels: readonly ScaleStep[], { state, agreedLevel, expectedLevel, gap }: MatrixCell): string {
  const expected = expectedLevel === null ? 'not expected of this role level' : `expected ${panelLevel(levels, expectedLevel)}`;
  if (state === 'not-observed') return `Agreed to be not observed, ${expected}`;
  if (state === 'not-assessed') return `Nothing agreed, ${expected}`;
  if (agreedLevel === null) return expectedLevel === null ? 'Not expected of this role level' : `Nothing agreed, ${expected}`;
  const distance = gap === null ? '' : `: ${distanceWords(gap)}`;
  return `Agreed ${panelLevel(levels, agreedLevel)}, ${expected}${distance}`;
}

function distanceWords(gap: number): string {
  if (gap === 0) return 'meets it';
  const levels = Math.abs(gap) === 1 ? 'level' : 'levels';
  return `${numbers[Math.abs(gap)] ?? Math.abs(gap)} ${levels} ${gap < 0 ? 'short' : 'above'}`;
}
