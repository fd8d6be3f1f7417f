import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './add-days.ts';
import { dayNumber } from './day-number.ts';
import { daysBetween } from './days-between.ts';
import { formatDate } from './format-date.ts';

const anyDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days between two dates', () => {
  it('is nothing from a day to itself, one to the next and minus one back', () => {
    expect(daysBetween('2026-03-31', '2026-03-31')).toBe(0);
    expect(daysBetween('2026-03-31', '2026-04-01')).toBe(1);
    expect(daysBetween('2026-04-01', '2026-03-31')).toBe(-1);
  });

  it('knows leap years, and the centuries that are none', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1);
    expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1);
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
  });

  it('does not lose an hour when the clocks change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('refuses what is not a date', () => {
    for (const wrong of [
      '',
      '2026-2-3',
      '2026-13-01',
      '2026-00-10',
      '2026-02-29',
      '2026-04-31',
      '2026-04-00',
      '0000-01-01',
      '2026-04-01T00:00',
    ]) {
      expect(() => dayNumber(wrong), wrong).toThrow(RangeError);
    }
  });

  it('agrees with the calendar of the language for every pair of dates', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(daysBetween(from, to)).toBe(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
      }),
    );
  });
});

describe('adding days to a date', () => {
  it('crosses the ends of months and years', () => {
    expect(addDays('2026-03-31', 1)).toBe('2026-04-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('refuses to leave the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
  });

  it('lands on the date that lies that many days away', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});

describe('a date written out', () => {
  it('reads as people in Britain write it', () => {
    expect(formatDate('2027-03-31')).toBe('31 March 2027');
    expect(formatDate('2026-12-01')).toBe('1 December 2026');
  });

  it('refuses what is not a date', () => {
    expect(() => formatDate('31/03/2027')).toThrow(RangeError);
    expect(() => formatDate('2027-02-30')).toThrow(RangeError);
  });

  it('never gives two days the same words', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        expect(formatDate(one) === formatDate(other)).toBe(one === other);
      }),
    );
  });
});
