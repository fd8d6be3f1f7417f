import { dayNumber } from './day-number.ts';

/**
 * How many days lie from one ISO date to another: 0 for the same day, 1 to the next, negative backwards.
 * Throws a RangeError for anything but real dates written YYYY-MM-DD.
 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
