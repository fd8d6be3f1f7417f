import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { RoleLevelFacts, ScaleStep } from '#app/domain/framework/framework-facts.ts';

/** What a role level is expected to hold, a line each: "Testing: Working". */
export function expectationLines(roleLevel: RoleLevelFacts, scale: readonly ScaleStep[]): string[] {
  return roleLevel.expectations
    .map(({ skillName, expectedLevel }) => `${skillName}: ${scale.find(({ ordinal }) => ordinal === expectedLevel)?.name ?? expectedLevel}`)
    .sort(compareNames);
}
