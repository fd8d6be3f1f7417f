import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample } from './draw-sample.ts';

const own = (key: string) => key;
const cases = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}/skill`);

describe('a sample of cases', () => {
  it('is ten of a hundred or fewer, a tenth of more, and all of ten or fewer', () => {
    expect(drawSample(cases(100), 'round', own)).toHaveLength(10);
    expect(drawSample(cases(101), 'round', own)).toHaveLength(11);
    expect(drawSample(cases(40), 'round', own)).toHaveLength(10);
    expect(drawSample(cases(7), 'round', own).sort()).toEqual(cases(7).sort());
    expect(drawSample([], 'round', own)).toEqual([]);
  });

  it('is the same each time, in whatever order the cases come, and another in another round', () => {
    const drawn = drawSample(cases(60), 'round', own);
    expect(drawSample(cases(60).reverse(), 'round', own)).toEqual(drawn);
    expect(drawSample(cases(60), 'other round', own)).not.toEqual(drawn);
  });

  it('does not turn over when a case joins: what stays drawn was drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.string(), (count, seed) => {
        const before = drawSample(cases(count), seed, own);
        const after = drawSample(cases(count + 1), seed, own);
        const joined = cases(count + 1).at(-1);
        expect(after.filter((one) => one !== joined && !before.includes(one))).toEqual([]);
      }),
    );
  });

  it('draws every case about as often as any other', () => {
    const drawn = new Map<string, number>();
    const rounds = 2000;
    for (let round = 0; round < rounds; round += 1) for (const one of drawSample(cases(50), `round-${round}`, own)) drawn.set(one, (drawn.get(one) ?? 0) + 1);
    // 10 of 50 each time: 400 draws expected of each, with a standard deviation of 18. Five of them to either side.
    expect(drawn.size).toBe(50);
    for (const count of drawn.values()) expect(Math.abs(count - rounds / 5)).toBeLessThan(90);
  });
});
