import { expect, it } from 'vitest';
import { locateProblem } from './locate-problem.server.ts';

it.each([
  [{ file: 'a.csv', row: 3, message: 'No name.' }, 'a.csv, row 3: No name.'],
  [{ file: 'a.txt', row: 3, message: 'No name.' }, 'a.txt, line 3: No name.'],
  [{ file: 'a.csv', row: 3, message: 'Row 3 has no name.' }, 'a.csv: Row 3 has no name.'],
  [{ file: 'a.csv', row: 3, message: 'Row 31 has no name.' }, 'a.csv, row 3: Row 31 has no name.'],
  [{ file: 'a.csv', row: null, message: 'a.csv is empty.' }, 'a.csv is empty.'],
  [{ file: '', row: null, message: 'Choose a file.' }, 'Choose a file.'],
])('names file and place once: %o', (problem, text) => {
  expect(locateProblem(problem)).toBe(text);
});
