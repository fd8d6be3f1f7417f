import { describe, expect, it } from 'vitest';
import { turnsDirection } from './turns-direction.ts';

describe('a text', () => {
  it.each(['202A', '202B', '202C', '202D', '202E', '2066', '2067', '2068', '2069'])('with U+%s turns the direction of what follows', (code) => {
    expect(turnsDirection(`Harbour ${String.fromCodePoint(parseInt(code, 16))}maet`)).toBe(true);
  });

  it.each([
    ['plain letters', 'Harbour team'],
    ['letters that are written from the right', 'فريق الميناء'],
    ['a mark between letters of both', 'C\u200e فريق\u200f \u061c1'],
    ['letters joined and kept apart', 'می\u200cخواهم 👩\u200d🔧'],
    ['an accent of its own', 'e\u0301'],
  ])('of %s does not', (_, text) => {
    expect(turnsDirection(text)).toBe(false);
  });
});
