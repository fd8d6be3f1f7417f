import { compareNames } from './compare-names.ts';
import type { CoverageRule, FlagSubject } from './flag.ts';
import { isPresent } from './is-present.ts';

/** Someone who counts towards a coverage rule. */
export interface CoveringPerson {
  id: string;
  name: string;
  /** At or above the rule's minimum level, up to 4. */
  agreedLevel: number;
  /** Whether the agreed level is older than the review period. */
  stale: boolean;
  leavesOn: string | null;
}

/**
 * Who covers a rule on a date: the people present on it whose agreed level is at or above the rule's minimum level,
 * whether or not their role level expects the skill. A level that only self or manager gave does not cover.
 * `people` are the people of the rule's team and of every team under it. Answered highest level first, then by name.
 */
export function coverageOfRule(rule: CoverageRule, people: readonly FlagSubject[], onDate: string): CoveringPerson[] {
  const covering: CoveringPerson[] = [];
  for (const { id, name, leavesOn, cells } of people) {
    if (!isPresent(leavesOn, onDate)) continue;
    const cell = cells.find(({ skillId }) => skillId === rule.skillId);
    if (!cell || cell.agreedLevel === null || cell.agreedLevel < rule.minimumLevel) continue;
    covering.push({ id, name, agreedLevel: cell.agreedLevel, stale: cell.marks.includes('stale'), leavesOn });
  }
  return covering.sort(
    (one, other) =>
      other.agreedLevel - one.agreedLevel || compareNames(one.name, other.name) || compareNames(one.id, other.id),
  );
}
