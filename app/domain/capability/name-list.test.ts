import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';
import { nameList } from './name-list.ts';

describe('a list of names in a sentence', () => {
  it('joins the last by "and"', () => {
    expect(nameList([])).toBe('');
    expect(nameList(['Asha'])).toBe('Asha');
    expect(nameList(['Asha', 'Ben'])).toBe('Asha and Ben');
    expect(nameList(['Asha', 'Ben', 'Cal'])).toBe('Asha, Ben and Cal');
  });

  it('names all up to the most, and from there the first of them and how many others', () => {
    expect(nameList(['A', 'B', 'C'], 3)).toBe('A, B and C');
    expect(nameList(['A', 'B', 'C', 'D'], 3)).toBe('A, B and 2 others');
  });

  it('accounts for everyone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 2, max: 8 }), (people, most) => {
        const sentence = nameList(
          Array.from({ length: people }, () => 'N'),
          most,
        );
        const others = Number(/(\d+) others$/.exec(sentence)?.[1] ?? 0);
        expect((sentence.match(/N/g) ?? []).length + others).toBe(people);
      }),
    );
  });
});

describe('the order of names', () => {
  it('reads as in a list of people, accents and case aside, and numbers by size', () => {
    const names = ['Zoe', 'Émile', 'adam', 'Eve', 'Team 10', 'Team 9'];
    expect([...names].sort(compareNames)).toEqual(['adam', 'Émile', 'Eve', 'Team 9', 'Team 10', 'Zoe']);
  });

  it('is total: only a name and itself come out equal, and turning the two round turns the order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(compareNames(one, other) === 0).toBe(one === other);
        expect(Math.sign(compareNames(one, other)) + Math.sign(compareNames(other, one))).toBe(0);
      }),
    );
  });
});
