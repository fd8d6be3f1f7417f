/**
 * The skill levels that lie between what is agreed and what is expected, lowest first: 1 and 3 miss 2 and 3.
 * Their statements are what someone has still to show. Empty where the expectation is met, and where nothing is agreed:
 * then nobody knows what is missing.
 */
export function missingLevels(agreedLevel: number | null, expectedLevel: number): number[] {
  if (agreedLevel === null) return [];
  return Array.from({ length: Math.max(0, expectedLevel - agreedLevel) }, (_, index) => agreedLevel + 1 + index);
}
