/**
 * Whether someone is still there on a date. The leaving date is the last day present, so the day after it counts as gone.
 * Both are ISO dates; null means that no leaving date is known.
 */
export function isPresent(leavesOn: string | null, onDate: string): boolean {
  return leavesOn === null || leavesOn >= onDate;
}
