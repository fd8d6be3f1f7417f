import { expect, it } from 'vitest';
import { leavingWords } from './leaving-words.ts';

it.each([
  ['2027-03-31', 'leaves 31 Mar 2027'],
  ['2026-09-01', 'leaves 1 Sep 2026'],
  ['2026-12-09', 'leaves 9 Dec 2026'],
])('a leaving date %s reads "%s" and stays on one line', (date, words) => {
  expect(leavingWords(date)).toBe(words.replaceAll(' ', '\u00A0'));
});
