import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutraliseFormula } from './neutralise-formula.ts';

describe('neutraliseFormula', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://evil.example";"x")',
    '+44 20 7946 0000',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tplain',
    '  =1',
    '\u00a0=1',
    '＝1+1',
    '－1',
  ])('puts an apostrophe before %j', (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
  });

  it.each(['', 'Ada', '1=1', 'a+b', "'=1", '2026-06-01', '{"a":"=1"}', 'Ms. X -- Y'])('leaves %j as it is', (text) => {
    expect(neutraliseFormula(text)).toBe(text);
  });

  it('keeps the text, and never lets it begin with a sign of a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', 'a', "'") }), (text) => {
        const cell = neutraliseFormula(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(cell.endsWith(text)).toBe(true);
      }),
    );
  });
});
