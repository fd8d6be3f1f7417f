import { describe, expect, it } from 'vitest';
import { plainText, realDay } from './typed-values.ts';

describe('what is typed', () => {
  it('is refused with a character that the database cannot keep, and kept as it is without', () => {
    expect(plainText().safeParse('Asha\0Rao').success).toBe(false);
    expect(plainText().parse('Asha Rao <script>')).toBe('Asha Rao <script>');
  });

  it('is refused with a character that turns the direction of writing, with what to do, and kept when it is written from the right', () => {
    expect(plainText().trim().max(200).safeParse('Quay \u202emaet').error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('type the text anew')]);
    expect(plainText().parse('فريق الميناء')).toBe('فريق الميناء');
  });

  it('is a day of the calendar from 1900 on', () => {
    const day = realDay('Enter a real date');
    for (const wrong of ['0000-01-01', '1899-12-31', '2026-02-30', '31/03/2027', '']) {
      expect(day.safeParse(wrong).error?.issues[0]?.message, wrong).toBe('Enter a real date');
    }
    expect(day.parse('2028-02-29')).toBe('2028-02-29');
  });
});
