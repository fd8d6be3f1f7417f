import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

describe('wrapping a text', () => {
  it('leaves a text that fits on one line', () => {
    expect(wrapText('Asha Rao', 200, 16)).toEqual(['Asha Rao']);
  });

  it('breaks at spaces, and after hyphens and slashes', () => {
    expect(wrapText('Availability and capacity management', 130, 14)).toEqual(['Availability and', 'capacity', 'management']);
    expect(wrapText('Featherstonehaugh-Cholmondeley', 180, 16)).toEqual(['Featherstonehaugh-', 'Cholmondeley']);
  });

  it('breaks inside a word that alone is wider than the column', () => {
    const lines = wrapText('A Donaudampfschifffahrtsgesellschaft', 100, 16);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('').replaceAll(' ', '')).toBe('ADonaudampfschifffahrtsgesellschaft');
  });

  it('keeps together what a no-break space joins', () => {
    expect(wrapText('Analyst, leaves\u00A01\u00A0May', 105, 14)).toEqual(['Analyst,', 'leaves\u00A01\u00A0May']);
  });

  it('never breaks inside a letter that is made of several characters', () => {
    expect(wrapText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 1, 16)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('gives one empty line for an empty text', () => {
    expect(wrapText('  ', 100, 16)).toEqual(['']);
  });

  it('loses nothing but spaces and keeps every line within the column, or down to a single letter', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdWM-/é'), minLength: 1, maxLength: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 300 }), (list, width) => {
        const lines = wrapText(list.join(' '), width, 16);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
        for (const text of lines) expect(textWidth(text, 16) <= width || Array.from(text).length === 1).toBe(true);
      }),
    );
  });
});
