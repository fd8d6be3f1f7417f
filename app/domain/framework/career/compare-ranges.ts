import type { ExpectedRange, ExpectedSkills } from './expected-range.ts';

/** How two sides differ in one skill. */
export interface RangeComparison {
  skillId: string;
  one: ExpectedRange | null;
  other: ExpectedRange | null;
  /** `higher` and `lower` say where the other stands against the one; `overlap`: the ranges share a level and differ. */
  difference: 'same' | 'higher' | 'lower' | 'overlap' | 'only-one' | 'only-other';
}

/**
 * Two role levels, or two roles, skill by skill, in the order of the ids given. Skills that neither expects are left
 * out. Ranges that share no level are higher or lower; equal ones are the same; others overlap.
 */
export function compareRanges(skillIds: readonly string[], one: ExpectedSkills, other: ExpectedSkills): RangeComparison[] {
  return skillIds.flatMap((skillId) => {
    const [left, right] = [one.get(skillId) ?? null, other.get(skillId) ?? null];
    if (left === null && right === null) return [];
    return [{ skillId, one: left, other: right, difference: differenceOf(left, right) }];
  });
}

function differenceOf(one: ExpectedRange | null, other: ExpectedRange | null): RangeComparison['difference'] {
  if (one === null) return 'only-other';
  if (other === null) return 'only-one';
  if (one.lowest === other.lowest && one.highest === other.highest) return 'same';
  if (other.lowest > one.highest) return 'higher';
  return other.highest < one.lowest ? 'lower' : 'overlap';
}
