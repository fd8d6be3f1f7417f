import { addDays } from '#app/domain/assessment/add-days.ts';
import { dayNumber } from '#app/domain/assessment/day-number.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import type { DayOrder } from './import-words.ts';

/** An ISO day, or what is wrong with the text and what to do about it. */
export type DayReading = { ok: true; day: string } | { ok: false; message: string };

const firstYear = 1950;
const lastYear = 2100;
/** "Wednesday, 23rd of September 2026 at 10:00:00.000 a.m. +01:00" has 61 characters. */
const longest = 80;

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const timeBehind = /[T ,]+(?:at )?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;
const weekdayBefore = /^([a-z]{3,9})[.,]? +(?=[^ ])/i;
const serial = /^\d{5}(?:\.\d+)?$/;
const digitsOnly = /^(\d{4})(\d{2})(\d{2})$/;
const yearFirst = /^(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})\.?$/;
const numbers = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})\.?$/;
const dayMonthYear = /^(\d{1,2})(?:st|nd|rd|th)?[-/., ]*(?:of )?([a-z]{3,9})[-/., ]*(\d{4}|\d{2})$/i;
const monthDayYear = /^([a-z]{3,9})[-/., ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})$/i;
const yearMonthDay = /^(\d{4})[-/., ]+([a-z]{3,9})[-/., ]*(\d{1,2})(?:st|nd|rd|th)?$/i;

/**
 * The day that a cell says, in any of the ways people write one: 2026-04-03, 3/4/2026, 03.04.26, 3 April 2026, April 3, 2026,
 * 20260403, or the number that a spreadsheet counts days by (1 is 1900-01-01, with its 29 February 1900 that never was; or
 * 1904-01-02, where the workbook says so).
 * Two numbers before a year follow `order`, always: 12/25/2026 read with the day first is refused, not turned round. A year of two
 * digits is of 2000 to 2049 up to 49, and of 1950 to 1999 from 50. A time behind the day, and the right weekday before it, are
 * tolerated. Years outside 1950 to 2100 are refused: such a year is a slip of the finger. Never throws.
 */
export function readDay(text: string, order: DayOrder, isFrom1904 = false): DayReading {
  const written = cleanName(text.normalize('NFKC')).replace(/[‐-―]/g, '-');
  if (written === '') return refused('Enter a day, such as 3 April 2026.');
  if (written.length > longest) return unreadable(written);
  const whole = written.replace(timeBehind, '');
  const first = weekdayBefore.exec(whole);
  const weekday = first ? placeOf(weekdays, first[1]!) : null;
  const reading = readDate(weekday === null ? whole : whole.slice(first![0].length), { order, isFrom1904 }, written);
  if (!reading.ok || weekday === null || dayNumber(reading.day) % 7 === weekday) return reading;
  return refused(`“${written}” names the wrong weekday: ${formatDate(reading.day)} is a ${capital(weekdays[dayNumber(reading.day) % 7]!)}. Put right one of the two.`);
}

function readDate(text: string, { order, isFrom1904 }: { order: DayOrder; isFrom1904: boolean }, written: string): DayReading {
  if (serial.test(text)) return judge(addDays(isFrom1904 ? '1904-01-01' : '1899-12-30', Math.floor(Number(text))), text);
  const parts = digitsOnly.exec(text) ?? yearFirst.exec(text);
  if (parts) return calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]), written);
  const numbered = numbers.exec(text);
  if (numbered) return numberedDay(Number(numbered[1]), Number(numbered[2]), wholeYear(numbered[3]!), order, written);
  const [named, day, month, year] = [dayMonthYear, monthDayYear, yearMonthDay]
    .map((form, at) => [form.exec(text), ...([[1, 2, 3], [2, 1, 3], [3, 2, 1]] as const)[at]!] as const)
    .find(([found]) => found) ?? [null, 1, 2, 3];
  const place = named ? placeOf(months, named[month]!) : null;
  if (named && place !== null) return calendarDay(wholeYear(named[year]!), place + 1, Number(named[day]), written);
  return unreadable(written);
}

/** Day and month in the order that was said, and no other. */
function numberedDay(one: number, two: number, year: number, order: DayOrder, written: string): DayReading {
  const [day, month] = order === 'day-first' ? [one, two] : [two, one];
  if (month <= 12 || day < 1 || day > 12) return calendarDay(year, month, day, written);
  const other = order === 'day-first' ? 'month first' : 'day first';
  return refused(`“${written}” has no month ${month}. If the dates of this file stand with the ${other}, choose that; otherwise put the day right.`);
}

function calendarDay(year: number, month: number, day: number, written: string): DayReading {
  if (year < firstYear || year > lastYear) return outside(written);
  if (month < 1 || month > 12) return refused(`“${written}” has no month ${month}: months go from 1 to 12.`);
  if (day < 1 || day > 31) return refused(`“${written}” has no day ${day}: the days of a month go from 1 to 31 at most.`);
  const last = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day <= last) return { ok: true, day: iso(year, month, day) };
  return refused(`There is no ${day} ${capital(months[month - 1]!)} ${year}: the nearest days are ${formatDate(iso(year, month, last))} and ${formatDate(iso(year, month + 1, 1))}.`);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function judge(day: string, written: string): DayReading {
  const year = Number(day.slice(0, 4));
  return year < firstYear || year > lastYear ? outside(written) : { ok: true, day };
}

function unreadable(written: string): DayReading {
  return refused(`“${written.slice(0, longest)}” is not a day. Write it like 3 April 2026 or 2026-04-03.`);
}

function outside(written: string): DayReading {
  return refused(`“${written}” is not in the years ${firstYear} to ${lastYear}. Put the year right.`);
}

function wholeYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/** The place of the one name that begins with these letters, three of them at least; null where none does. */
function placeOf(names: readonly string[], letters: string): number | null {
  const start = letters.toLowerCase();
  const wanted = start === 'sept' || start === 'tues' || start === 'thur' || start === 'thurs' ? start.slice(0, 3) : start;
  const place = names.findIndex((name) => name === wanted || name.slice(0, 3) === wanted);
  return place === -1 ? null : place;
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function capital(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`;
}

function refused(message: string): DayReading {
  return { ok: false, message };
}
