import { expect, test } from 'vitest';
import type { HouseRule } from '../source/source-file.ts';
import { treeOf } from '../source/tree-of.ts';
import { fileLength } from './file-length.ts';
import { kebabCaseNames } from './kebab-case-names.ts';
import { medianLength } from './median-length.ts';
import { noBarrels } from './no-barrels.ts';
import { noDrawers } from './no-drawers.ts';

const lines = (count: number): string => 'let x;\n'.repeat(count);
const found = (rule: HouseRule, files: Record<string, string>): string[] =>
  rule(treeOf(files)).map(({ path, line }) => `${path}:${line}`);
const foundAmong = (rule: HouseRule, paths: string[]): string[] =>
  rule(treeOf(Object.fromEntries(paths.map((path) => [path, ''])))).map(({ path }) => path);

test('names are kebab-case, and routes may hold parameters', () => {
  const wrong = ['app/domain/teamTree.ts', 'app/Ui/button.tsx', 'db/read_me.ts', 'app/domain/$id.ts'];
  const sound = ['app/routes/people/$personId.tsx', 'app/entry.server.tsx', 'README.md', '.oxlintrc.json', '.ci/run'];
  expect(foundAmong(kebabCaseNames, [...wrong, ...sound])).toEqual(wrong);
});

test('a file has at most 250 lines, unless a tool wrote it', () => {
  expect(found(fileLength, { 'app/a.ts': lines(251), 'app/b.tsx': lines(250) })).toEqual(['app/a.ts:251']);
  expect(found(fileLength, { 'tests/fixtures/big.ts': lines(900), 'app/c.json': lines(900) })).toEqual([]);
});

test('the median file is under 70 lines, once there are enough files', () => {
  const files = (count: number, length: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`app/f${index}.ts`, lines(length)]));
  expect(found(medianLength, files(20, 70))).toEqual(['.:1']);
  expect(found(medianLength, files(20, 69))).toEqual([]);
  expect(found(medianLength, files(19, 200))).toEqual([]);
});

test('there are no drawers but tests/helpers', () => {
  const wrong = ['app/utils/date.ts', 'app/domain/helpers.ts', 'app/lib.ts', 'app/ui/string-utils.ts', 'tests/common/a.ts'];
  const sound = ['tests/helpers/context-as.ts', 'app/services/framework/read-common-skills.server.ts'];
  expect(foundAmong(noDrawers, [...wrong, ...sound])).toEqual(wrong);
});

test('there are no barrels but the schema', () => {
  const onward = `export * from './a.ts';`;
  expect(found(noBarrels, { 'app/domain/index.ts': 'export const a = 1;' })).toEqual(['app/domain/index.ts:1']);
  expect(found(noBarrels, { 'app/ui/parts.ts': `export { a } from './a.ts';\nexport { b } from './b.ts';` })).toEqual(['app/ui/parts.ts:1']);
  expect(found(noBarrels, { 'app/ui/mixed.ts': `export const c = 1;\n${onward}` })).toEqual(['app/ui/mixed.ts:2']);
  expect(found(noBarrels, { 'db/schema/index.ts': onward, 'app/routes/index.tsx': 'export default 1;', 'app/ui/a.ts': 'export const a = 1;' })).toEqual([]);
});
