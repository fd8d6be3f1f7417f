const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * Which day of the Gregorian calendar an ISO date is, counted from 0001-01-01 = 0, so that dates subtract.
 * Arithmetic only: no clock and no time zone, so the same date is the same day everywhere.
 * Throws a RangeError for anything but a real date written YYYY-MM-DD.
 */
export function dayNumber(date: string): number {
  const parts = isoDate.exec(date);
  if (!parts) throw new RangeError(`Not a date in the form YYYY-MM-DD: ${date}`);
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`No such day in the calendar: ${date}`);
  }
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDayThisYear = month > 2 && isLeap(year) ? 1 : 0;
  return before * 365 + leapDays + daysBeforeMonth[month - 1]! + leapDayThisYear + day - 1;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
