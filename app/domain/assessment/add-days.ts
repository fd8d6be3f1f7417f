import { dayNumber } from './day-number.ts';

/**
 * The ISO date a whole number of days after (or, negative, before) a date.
 * Throws a RangeError for a date that is none, and for an answer outside the years 0001 to 9999.
 */
export function addDays(date: string, days: number): string {
  const wanted = dayNumber(date) + days;
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > dayNumber('9999-12-31')) {
    throw new RangeError(`No date ${days} days from ${date}`);
  }
  const year = lastWhere(1, 9999, (candidate) => dayNumber(iso(candidate, 1, 1)) <= wanted);
  const month = lastWhere(1, 12, (candidate) => dayNumber(iso(year, candidate, 1)) <= wanted);
  return iso(year, month, wanted - dayNumber(iso(year, month, 1)) + 1);
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The largest whole number from low to high that still holds, where all below it hold too. */
function lastWhere(low: number, high: number, holds: (candidate: number) => boolean): number {
  let [first, last] = [low, high];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if (holds(middle)) first = middle;
    else last = middle - 1;
  }
  return first;
}
