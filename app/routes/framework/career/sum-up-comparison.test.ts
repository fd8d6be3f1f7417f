import { expect, it } from 'vitest';
import { sumUpComparison } from './sum-up-comparison.ts';

it('tells how many skills differ in which way, and no way that none differs in', () => {
  expect(sumUpComparison(['only-one', 'same', 'lower', 'same'])).toBe('4 skills: 2 the same, 1 expected lower, 1 no longer expected.');
  expect(sumUpComparison(['only-other'])).toBe('1 skill: 1 new.');
  expect(sumUpComparison([])).toBe('Neither is expected to hold any skill.');
});
