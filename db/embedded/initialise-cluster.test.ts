import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { checkVersion } from './check-version.ts';
import { clusterIsThere, initdbProblem } from './initialise-cluster.ts';
import { StartProblem } from './start-problem.ts';

const path = useTemporaryFolder();

it('says that the disk is full when initdb ran out of space', () => {
  const output = 'creating configuration files ... initdb: error: could not write file "x": No space left on device';
  expect(initdbProblem('/data', output).message).toMatch(/^The disk that holds \/data is full/);
});

it('passes on what else initdb failed of', () => {
  const output = 'The files belonging to this database system\ninitdb: error: could not access directory "x"\n';
  expect(initdbProblem('/data', output).message).toContain('initdb: error: could not access directory "x"');
});

it('takes a folder for a database only when it is complete', () => {
  mkdirSync(path('server', 'cluster'), { recursive: true });
  expect(clusterIsThere(path('server'))).toBe(false);
  writeFileSync(path('server', 'cluster', 'PG_VERSION'), '17\n');
  expect(clusterIsThere(path('server'))).toBe(true);
});

it('refuses a database of another major version, and takes one of its own', () => {
  mkdirSync(path('old'));
  writeFileSync(path('old', 'PG_VERSION'), '17\n');
  expect(() => checkVersion(path('old'), '18')).toThrow(StartProblem);
  expect(() => checkVersion(path('old'), '18')).toThrow(/made by PostgreSQL 17 and this release brings PostgreSQL 18/);
  expect(() => checkVersion(path('old'), '17')).not.toThrow();
});
