import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestLevel } from './suggest-level.ts';

const counts = new Map([[1, 2], [2, 1], [3, 0], [4, 1]]);

describe('the level that ticked statements suggest', () => {
  it.each([
    [[], null],
    [['1.1'], null],
    [['1.1', '1.2'], 1],
    [['1.1', '1.2', '2.1'], 2],
    [['2.1'], 2],
    [['3.1'], null],
    [['1.1', '1.2', '4.1'], 4],
    [['1.1', '1.2', '2.1', '4.1'], 4],
    [['1.1', '1.2', '1.3', '9.9'], 1],
  ])('of %j is %j', (ticks, level) => {
    expect(suggestLevel(counts, ticks)).toBe(level);
  });

  it('never suggests where there are no statements', () => {
    expect(suggestLevel(new Map(), ['1.1'])).toBeNull();
    expect(suggestLevel(new Map([[1, 0], [2, 0]]), [])).toBeNull();
  });

  it('is a level whose statements are all ticked, no level above it is, and ticking more never lowers it', () => {
    const anyCounts = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.integer({ min: 0, max: 3 })).map((of) => new Map(Object.entries(of).map(([level, count]) => [Number(level), count])));
    const anyTicks = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 })).map(([level, place]) => `${level}.${place}`));
    fc.assert(
      fc.property(anyCounts, anyTicks, anyTicks, (of, ticks, more) => {
        const level = suggestLevel(of, ticks);
        const isWhole = (ordinal: number) => (of.get(ordinal) ?? 0) > 0 && Array.from({ length: of.get(ordinal)! }, (_, at) => `${ordinal}.${at + 1}`).every((tick) => ticks.includes(tick));
        expect([...of.keys()].filter((ordinal) => ordinal >= (level ?? 0) && isWhole(ordinal))).toEqual(level === null ? [] : [level]);
        expect(suggestLevel(of, [...ticks, ...more]) ?? -1).toBeGreaterThanOrEqual(level ?? -1);
      }),
    );
  });
});
