import { describe, expect, it } from 'vitest';
import { momentInWords } from './moment-in-words.ts';

describe('a moment in words', () => {
  it.each([
    ['2026-06-01T09:00:00Z', '1 June 2026, 10:00'],
    ['2026-01-01T00:05:00Z', '1 January 2026, 00:05'],
    ['2026-06-30T23:30:00Z', '1 July 2026, 00:30'],
  ])('%s is %s by the clock of the United Kingdom', (moment, words) => {
    expect(momentInWords(new Date(moment))).toBe(words);
  });
});
