import { compareNames } from '#app/domain/capability/compare-names.ts';

/** The differences that are told apart: -4 ... +4. What lies beyond, on a longer scale, counts at the end. */
export const differenceSpan = 4;

/** Of one case: what it belongs to, and the difference of two levels; null where one of the two gave no level. */
export interface Difference {
  key: string;
  name: string;
  difference: number | null;
}

/** How the differences of one assessor, or of one skill, are spread. */
export interface DifferenceCounts {
  key: string;
  name: string;
  /** How many cases at -4, -3 ... +4, nine figures. */
  counts: number[];
  /** Cases with a difference: the sum of the counts. */
  compared: number;
  /** Cases in which one of the two gave no level. */
  leftOut: number;
}

/** Counts differences by what they belong to, in the order of the names: where somebody stands in the list says nothing. */
export function countDifferences(differences: readonly Difference[]): DifferenceCounts[] {
  const rows = new Map<string, DifferenceCounts>();
  for (const { key, name, difference } of differences) {
    const row = rows.get(key) ?? { key, name, counts: Array.from({ length: 2 * differenceSpan + 1 }, () => 0), compared: 0, leftOut: 0 };
    rows.set(key, row);
    if (difference === null) {
      row.leftOut += 1;
      continue;
    }
    row.compared += 1;
    row.counts[Math.max(-differenceSpan, Math.min(differenceSpan, difference)) + differenceSpan]! += 1;
  }
  return [...rows.values()].sort((one, other) => compareNames(one.name, other.name) || compareNames(one.key, other.key));
}
