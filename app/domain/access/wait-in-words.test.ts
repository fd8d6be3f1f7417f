import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitInWords } from './wait-in-words.ts';

describe('waitInWords', () => {
  it.each([
    [0, 'Try again in 1 minute'],
    [1, 'Try again in 1 minute'],
    [60, 'Try again in 1 minute'],
    [61, 'Try again in 2 minutes'],
    [240, 'Try again in 4 minutes'],
    [5_400, 'Try again in 90 minutes'],
    [5_401, 'Try again in 2 hours'],
    [7_201, 'Try again in 3 hours'],
  ])('says for %i seconds: %s', (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });

  it('never sends anybody back too early', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (seconds) => {
        const [, count, unit] = /in (\d+) (minute|hour)s?$/.exec(waitInWords(seconds)) ?? [];
        expect(Number(count) * (unit === 'hour' ? 3_600 : 60)).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });
});
