import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRanges } from './compare-ranges.ts';
import { nearestRoleLevels } from './nearest-role-levels.ts';
import { rangeOfLevels } from './range-of-levels.ts';

const place = (id: string, expected: Record<string, number>) => ({
  id,
  name: id,
  expectations: Object.entries(expected).map(([skillId, expectedLevel]) => ({ skillId, expectedLevel })),
});
const drawn = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 4 }));

describe('the ranges of a role', () => {
  it('run from the lowest to the highest level that its role levels expect', () => {
    const ranges = rangeOfLevels([place('junior', { lamps: 1, knots: 2 }), place('senior', { lamps: 3 })]);
    expect(Object.fromEntries(ranges)).toEqual({ lamps: { lowest: 1, highest: 3 }, knots: { lowest: 2, highest: 2 } });
    expect(rangeOfLevels([]).size).toBe(0);
  });
});

describe('comparing two of them', () => {
  const compare = (one: Record<string, number>[], other: Record<string, number>[]) =>
    Object.fromEntries(
      compareRanges(['a', 'b', 'c', 'd', 'e', 'f'], rangeOfLevels(one.map((each) => place('1', each))), rangeOfLevels(other.map((each) => place('2', each)))).map(
        ({ skillId, difference }) => [skillId, difference],
      ),
    );

  it('says of each skill that one of them expects how the other stands', () => {
    expect(compare([{ a: 2, b: 1, c: 4, d: 1 }], [{ a: 2, b: 3, c: 3, e: 1 }])).toEqual({ a: 'same', b: 'higher', c: 'lower', d: 'only-one', e: 'only-other' });
  });

  it('says that ranges overlap where they share a level and differ', () => {
    expect(compare([{ a: 1 }, { a: 3 }], [{ a: 3 }, { a: 4 }])).toEqual({ a: 'overlap' });
  });

  it('is the mirror image the other way round', () => {
    const mirrored = { same: 'same', overlap: 'overlap', higher: 'lower', lower: 'higher', 'only-one': 'only-other', 'only-other': 'only-one' };
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 3 }), fc.array(drawn, { maxLength: 3 }), (one, other) => {
        const back = Object.entries(compare(other, one)).map(([skillId, difference]) => [skillId, mirrored[difference]]);
        expect(compare(one, other)).toEqual(Object.fromEntries(back));
      }),
    );
  });
});

describe('the nearest role levels', () => {
  const from = place('keeper', { lamps: 2, signals: 2 });

  it('come nearest first, with what is shared and what is missing', () => {
    const steps = nearestRoleLevels(from, [
      from,
      place('lead', { lamps: 3, signals: 2, boats: 1 }),
      place('senior', { lamps: 3, signals: 2 }),
      place('junior', { lamps: 1 }),
      place('clerk', { letters: 2 }),
      place('nobody', {}),
    ]);
    expect(steps.map(({ id, stepsMissing, distance }) => [id, stepsMissing, distance])).toEqual([['junior', 0, 0], ['senior', 1, 1 / 5], ['lead', 2, 2 / 6]]);
    expect(steps[2]).toMatchObject({
      shared: [{ skillId: 'signals', expectedLevel: 2, heldLevel: 2 }],
      missing: [{ skillId: 'lamps', expectedLevel: 3, heldLevel: 2 }, { skillId: 'boats', expectedLevel: 1, heldLevel: null }],
    });
  });

  it('let no surplus make up for a shortfall', () => {
    const [step] = nearestRoleLevels(place('x', { lamps: 4, signals: 1 }), [place('y', { lamps: 1, signals: 3 })]);
    expect(step).toMatchObject({ stepsMissing: 2, distance: 2 / 4 });
  });

  it('are the same whatever the order in which they are given, between 0 and 1 away', () => {
    fc.assert(
      fc.property(drawn, fc.array(drawn, { maxLength: 8 }), (start, ends) => {
        const others = ends.map((each, index) => place(`p${index}`, each));
        const steps = nearestRoleLevels(place('from', start), others);
        expect(nearestRoleLevels(place('from', start), [...others].reverse())).toEqual(steps);
        for (const { distance, shared, missing, id } of steps) {
          expect(distance).toBeGreaterThanOrEqual(0);
          expect(distance).toBeLessThan(1);
          expect(shared.length + missing.length).toBe(others.find((other) => other.id === id)?.expectations.length);
        }
      }),
    );
  });
});
