/** Minutes from a failed attempt to the next: from the first to the second attempt, and so on. */
const delays = [1, 5, 15, 60, 240, 240, 240];

/**
 * When a mail is tried again after so many failed attempts (1 or more); null once it is enough: after
 * eight, some thirteen hours after the first.
 */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = delays[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
