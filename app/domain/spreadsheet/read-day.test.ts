import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { dayNumber } from '#app/domain/assessment/day-number.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { readDay } from './read-day.ts';

const firstDay = dayNumber('1950-01-01');
const lastDay = dayNumber('2100-12-31');
const anyDay = fc.integer({ min: 0, max: lastDay - firstDay }).map((days) => addDays('1950-01-01', days));
const partsOf = (day: string) => day.split('-').map(Number) as [number, number, number];
const two = (number: number) => String(number).padStart(2, '0');

/** Every written form of a day that does not hang on the order. */
function plainForms(day: string): string[] {
  const [year, month, date] = partsOf(day);
  const [, name] = formatDate(day).split(' ') as [string, string, string];
  const short = name.slice(0, 3);
  const serial = dayNumber(day) - dayNumber('1899-12-30');
  const ordinal = `${date}${date === 1 || date === 21 || date === 31 ? 'st' : date === 2 || date === 22 ? 'nd' : date === 3 || date === 23 ? 'rd' : 'th'}`;
  return [
    day, `${day}T09:30:00`, `${day} 09:30`, `${day}T23:59:59.999Z`, `${year}/${two(month)}/${two(date)}`, `${year}.${month}.${date}`, `${year}${two(month)}${two(date)}`,
    formatDate(day), `${date} ${short} ${year}`, `${date}-${short}-${year}`, `${date}.${name.toUpperCase()}.${year}`, `${name} ${date}, ${year}`, `${short}. ${date} ${year}`,
    `${ordinal} ${name} ${year}`, `${ordinal} of ${name}, ${year}`, `${name} ${ordinal}, ${year}`, `${year} ${name} ${date}`, `${year}-${short}-${two(date)}`,
    `  ${formatDate(day)}\u00a0`, String(serial), `${serial}.5`, `${date} ${name} ${year} at 9:05 am`,
  ];
}

function orderedForms(one: number, other: number, year: number): string[] {
  const whole = ['/', '-', '.', ' ', '. '].flatMap((between) => [`${one}${between}${other}${between}${year}`, `${two(one)}${between}${two(other)}${between}${year}`]);
  return [...whole, `${one}/${other}/${year} 14:05`, ...(year < 2050 ? [`${two(one)}.${two(other)}.${two(year % 100)}`] : [])];
}

describe('a day in a cell', () => {
  it('reads back from every form that people write it in', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const form of plainForms(day)) {
          expect(readDay(form, 'day-first'), form).toEqual({ ok: true, day });
          expect(readDay(form, 'month-first'), form).toEqual({ ok: true, day });
        }
        const [year, month, date] = partsOf(day);
        for (const form of orderedForms(date, month, year)) expect(readDay(form, 'day-first'), form).toEqual({ ok: true, day });
        for (const form of orderedForms(month, date, year)) expect(readDay(form, 'month-first'), form).toEqual({ ok: true, day });
      }),
      { numRuns: 200 },
    );
  });

  it('is the one that the order says where two numbers could be either', () => {
    expect(readDay('03/04/2026', 'day-first')).toEqual({ ok: true, day: '2026-04-03' });
    expect(readDay('03/04/2026', 'month-first')).toEqual({ ok: true, day: '2026-03-04' });
  });

  it('is refused with the other order named, and never turned round, where the order does not fit', () => {
    expect(readDay('12/25/2026', 'day-first')).toEqual({ ok: false, message: '“12/25/2026” has no month 25. If the dates of this file stand with the month first, choose that; otherwise put the day right.' });
    expect(readDay('25/12/2026', 'month-first')).toMatchObject({ ok: false, message: expect.stringContaining('with the day first, choose that') });
    expect(readDay('25/25/2026', 'day-first')).toEqual({ ok: false, message: '“25/25/2026” has no month 25: months go from 1 to 12.' });
    expect(readDay('2026-25-12', 'day-first')).toMatchObject({ ok: false, message: expect.stringContaining('no month 25') });
  });

  it('that no calendar has is refused with the nearest that it has', () => {
    expect(readDay('31/02/2026', 'day-first')).toEqual({ ok: false, message: 'There is no 31 February 2026: the nearest days are 28 February 2026 and 1 March 2026.' });
    expect(readDay('29 February 2027', 'day-first')).toMatchObject({ ok: false, message: expect.stringContaining('28 February 2027 and 1 March 2027') });
    expect(readDay('2026-04-31', 'day-first')).toMatchObject({ ok: false, message: expect.stringContaining('30 April 2026 and 1 May 2026') });
    expect(readDay('29/02/2028', 'day-first')).toEqual({ ok: true, day: '2028-02-29' });
    for (const wrong of ['32/01/2026', '0/1/2026', '00 March 2026']) expect(readDay(wrong, 'day-first'), wrong).toMatchObject({ ok: false, message: expect.stringContaining('no day') });
  });

  it('in a year of two digits is of 2000 to 2049, or of 1950 to 1999', () => {
    expect(readDay('01/02/49', 'day-first')).toEqual({ ok: true, day: '2049-02-01' });
    expect(readDay('01/02/50', 'day-first')).toEqual({ ok: true, day: '1950-02-01' });
    expect(readDay('3-Apr-26', 'day-first')).toEqual({ ok: true, day: '2026-04-03' });
  });

  it('outside the years 1950 to 2100 is a slip', () => {
    for (const wrong of ['1949-12-31', '2101-01-01', '3 April 0206', '18263', '73416', '99999']) {
      expect(readDay(wrong, 'day-first'), wrong).toMatchObject({ ok: false, message: expect.stringContaining('1950 to 2100') });
    }
    expect(readDay('18264', 'day-first')).toEqual({ ok: true, day: '1950-01-01' });
    expect(readDay('73415', 'day-first')).toEqual({ ok: true, day: '2100-12-31' });
  });

  it('stands with the weekday that it is', () => {
    expect(readDay('Friday 3 April 2026', 'day-first')).toEqual({ ok: true, day: '2026-04-03' });
    expect(readDay('Fri, 3 Apr 2026', 'day-first')).toEqual({ ok: true, day: '2026-04-03' });
    expect(readDay('Monday 3 April 2026', 'day-first')).toEqual({ ok: false, message: '“Monday 3 April 2026” names the wrong weekday: 3 April 2026 is a Friday. Put right one of the two.' });
  });

  it('is asked for where there is none', () => {
    for (const empty of ['', '  ', '\u200b']) expect(readDay(empty, 'day-first')).toEqual({ ok: false, message: 'Enter a day, such as 3 April 2026.' });
    for (const wrong of ['soon', '2026', '3', 'April 2026', '3/4', '1/2/3/4', '3 Foo 2026', '3 Marching 2026', '1e5', '-46000', '3/4/026', 'n/a', '９'.repeat(2_000)]) {
      expect(readDay(wrong, 'day-first'), wrong).toMatchObject({ ok: false, message: expect.stringContaining('is not a day') });
    }
  });

  it('never throws, whatever the cell holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789/. :TZ+-Apr') })), (text) => {
        expect([true, false]).toContain(readDay(text, 'month-first').ok);
      }), { numRuns: 500 });
  });
});
