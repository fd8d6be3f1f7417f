import { dayNumber } from './day-number.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * An ISO date as people in Britain write it out: "2027-03-31" reads "31 March 2027".
 * Taken from the digits, not from a Date, so that no time zone can move it by a day.
 * Throws a RangeError for anything but a real date.
 */
export function formatDate(date: string): string {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month! - 1]} ${year}`;
}
