import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { serviceCellState } from './service-cell-state.ts';

describe('a cell of a team', () => {
  it.each([
    [counts(5, 5, 3), '3 of 5 assessed meet the expected level, 60%'],
    [counts(7, 5, 1), '1 of 5 assessed meets the expected level, 20%, 2 not assessed'],
    [counts(5, 5, 5), '5 of 5 assessed meet the expected level, 100%'],
    [counts(5, 5, 0), '0 of 5 assessed meet the expected level, 0%'],
    [counts(4, 0, 0), 'nobody assessed of 4 expected'],
    [counts(0, 0, 0), 'expected of nobody'],
    [counts(3, 3, 1, true), 'hidden, so that nobody can be recognised'],
  ])('%# reads in words', (cell, state) => {
    expect(serviceCellState(cell)).toBe(state);
  });

  it('never says 100% unless everyone assessed meets', () => {
    expect(serviceCellState(counts(1000, 1000, 999))).toContain('99%');
    expect(serviceCellState(counts(100, 100, 29))).toContain('29%');
  });

  it('never shows a figure of a suppressed cell', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (expected, assessed, met) => {
        const cell = counts(expected, assessed, met, true);
        expect(serviceCellState(cell)).not.toMatch(/\d/);
      }),
    );
  });
});
