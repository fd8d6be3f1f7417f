import type { ExpectedRange, ExpectedSkills } from './expected-range.ts';

/**
 * What several role levels expect between them: of each skill that at least one of them expects, the lowest and the
 * highest expected level. One role level gives ranges of one level each; none gives nothing.
 */
export function rangeOfLevels(roleLevels: readonly { expectations: readonly { skillId: string; expectedLevel: number }[] }[]): ExpectedSkills {
  const ranges = new Map<string, ExpectedRange>();
  for (const { skillId, expectedLevel } of roleLevels.flatMap((level) => level.expectations)) {
    const known = ranges.get(skillId) ?? { lowest: expectedLevel, highest: expectedLevel };
    ranges.set(skillId, { lowest: Math.min(known.lowest, expectedLevel), highest: Math.max(known.highest, expectedLevel) });
  }
  return ranges;
}
