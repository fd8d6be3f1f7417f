import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.ts';

describe('the width of a text', () => {
  it('is nothing for nothing and grows with the type size', () => {
    expect(textWidth('', 16)).toBe(0);
    expect(textWidth('Asha', 32)).toBeCloseTo(2 * textWidth('Asha', 16), 6);
  });

  it('takes an accented letter for its base letter, and ignores what has no width', () => {
    expect(textWidth('é', 16)).toBe(textWidth('e', 16));
    expect(textWidth('a\u200Bb', 16)).toBe(textWidth('ab', 16));
  });

  it('makes room for scripts it does not know', () => {
    expect(textWidth('漢', 10)).toBeGreaterThanOrEqual(10);
    expect(textWidth('Ж', 10)).toBeGreaterThanOrEqual(6);
  });

  it('of two texts together is the sum of both', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abc XYZ09-/') });
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        expect(textWidth(one + other, 16)).toBeCloseTo(textWidth(one, 16) + textWidth(other, 16), 6);
      }),
    );
  });
});
