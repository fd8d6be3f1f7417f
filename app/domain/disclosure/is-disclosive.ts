/** Counts of people: expected to hold a skill, of those assessed, of those at or above what is expected. */
export interface DisclosableCounts {
  expected: number;
  assessed: number;
  met: number;
}

/**
 * Whether counts of a group of people would tell a stranger about single members of it. `k`, at least 1, is the smallest
 * count that may be told. They do when
 * - fewer than `k`, but not none, are expected to hold the skill;
 * - anyone is assessed, and fewer than `k` meet the expectation or fewer than `k` do not.
 * In the second, none is as few as any: where everyone meets the expectation, or nobody does, the count tells the state
 * of each one of them, however many they are. So figures are told from 2k assessed people on at the earliest.
 * That nobody at all of `k` or more is assessed says nothing about what anyone can do, and is told; so is how many of
 * the expected are not assessed.
 */
export function isDisclosive({ expected, assessed, met }: DisclosableCounts, k: number): boolean {
  if (expected > 0 && expected < k) return true;
  return assessed > 0 && (met < k || assessed - met < k);
}
