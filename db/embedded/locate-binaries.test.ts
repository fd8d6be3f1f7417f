import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locateBinaries, programPath } from './locate-binaries.ts';
import { StartProblem } from './start-problem.ts';

it('finds the programs for this system', () => {
  const binaries = locateBinaries();
  expect(existsSync(programPath(binaries, 'initdb'))).toBe(true);
  expect(binaries.major).toBe('18');
});

it('says what to do on a system that has none', () => {
  expect(() => locateBinaries('sunos', 'sparc')).toThrow(StartProblem);
  expect(() => locateBinaries('sunos', 'sparc')).toThrow(/sunos-sparc .* set DATABASE_URL/);
});
