import { expect, test } from 'vitest';
import type { HouseRule } from '../source/source-file.ts';
import { treeOf } from '../source/tree-of.ts';
import { docComments } from './doc-comments.ts';
import { importsByName } from './imports-by-name.ts';
import { noDefaultExports } from './no-default-exports.ts';
import { oneFunctionAFile } from './one-function-a-file.ts';
import { routeAccess } from './route-access.ts';

const found = (rule: HouseRule, files: Record<string, string>): string[] =>
  rule(treeOf(files)).map(({ path, line }) => `${path}:${line}`);

test('a service, domain or layout file exports one function, named as the file', () => {
  const two = `export function gap() {}\nexport const state = () => 1;`;
  expect(found(oneFunctionAFile, { 'app/domain/gap.ts': two })).toEqual(['app/domain/gap.ts:2']);
  expect(found(oneFunctionAFile, { 'app/domain/gap.ts': 'export function gapOf() {}' })).toEqual(['app/domain/gap.ts:1']);
  expect(found(oneFunctionAFile, { 'app/charts/layout-rows.ts': 'export function rows() {}' })).toEqual(['app/charts/layout-rows.ts:1']);
  expect(found(oneFunctionAFile, { 'app/charts/change/layout.ts': 'export function layoutHeatmap() {}' })).toEqual(['app/charts/change/layout.ts:1']);
  expect(found(oneFunctionAFile, { 'app/services/people/move-person.ts': 'export async function movePerson() {}' })).toEqual([
    'app/services/people/move-person.ts:1',
  ]);
  expect(found(oneFunctionAFile, { 'app/domain/listed.ts': 'function other() {}\nexport { other };' })).toEqual(['app/domain/listed.ts:1']);
});

test('files of words, and one function beside its types and constants, are sound', () => {
  const sound = {
    'app/domain/cell.ts': 'export interface Cell {}\nexport const states = [1];\nfunction inner() {}',
    'app/domain/role-gap.ts': 'export type G = 1;\nexport function roleGap(a: 1): 1;\nexport function roleGap(a: unknown) {}',
    'app/services/people/move-person.server.ts': 'export const form = {};\nexport async function movePerson() {}',
    'app/domain/role-gap.test.ts': 'export function a() {}\nexport function b() {}',
    'app/ui/button.tsx': 'export function Button() {}\nexport function Link() {}',
    'app/charts/heatmap/layout.ts': 'export function layoutHeatmap() {}',
  };
  expect(found(oneFunctionAFile, sound)).toEqual([]);
});

test('only route modules, entries and configurations have a default export', () => {
  expect(found(noDefaultExports, { 'app/ui/a.tsx': 'export default function A() {}' })).toEqual(['app/ui/a.tsx:1']);
  expect(found(noDefaultExports, { 'db/a.ts': 'const a = 1;\nexport default a;' })).toEqual(['db/a.ts:2']);
  expect(found(noDefaultExports, { 'app/routes/a.tsx': 'export default 1;', 'vite.config.ts': 'export default 1;' })).toEqual([]);
});

test('exported functions of domain, services and charts have a doc comment', () => {
  expect(found(docComments, { 'app/domain/gap.ts': '// why\nexport function gap() {}' })).toEqual(['app/domain/gap.ts:2']);
  expect(found(docComments, { 'app/charts/a.tsx': 'export const A = () => null;' })).toEqual(['app/charts/a.tsx:1']);
  expect(found(docComments, { 'app/domain/gap.ts': '/** The gap, -4 to 4. */\nexport function gap() {}\nfunction inner() {}' })).toEqual([]);
  expect(found(docComments, { 'app/ui/a.tsx': 'export const A = () => null;' })).toEqual([]);
});

test('files are imported by their whole name', () => {
  const file = (text: string): Record<string, string> => ({ 'app/domain/a.ts': text });
  expect(found(importsByName, file(`import '../b.ts';`))).toEqual(['app/domain/a.ts:1']);
  expect(found(importsByName, file(`import '#app/domain/b';`))).toEqual(['app/domain/a.ts:1']);
  expect(found(importsByName, file(`type B = import('./b').B;`))).toEqual(['app/domain/a.ts:1']);
  expect(found(importsByName, file(`await import('../b.ts');`))).toEqual(['app/domain/a.ts:1']);
  expect(found(importsByName, file(`import './b.ts'; import '#app/a.css?url'; import 'zod'; import 'node:fs';`))).toEqual([]);
});

test('every route module declares its access', () => {
  const page = 'export default function Page() {}\n';
  const table = `import { route } from 'x'; export default [route('teams', 'routes/teams/list.tsx')];`;
  expect(found(routeAccess, { 'app/routes/a.tsx': page })).toEqual(['app/routes/a.tsx:1']);
  expect(found(routeAccess, { 'app/routes/a.ts': 'export const loader = () => 1;' })).toEqual(['app/routes/a.ts:1']);
  expect(found(routeAccess, { 'app/routes/a.tsx': `${page}export const handle = { title: 1 };` })).toEqual(['app/routes/a.tsx:1']);
  expect(found(routeAccess, { 'app/routes.ts': table, 'app/routes/teams/list.tsx': 'export const meta = 1;' })).toEqual([
    'app/routes/teams/list.tsx:1',
  ]);
});

test('a declared access is seen through its type, and parts of pages need none', () => {
  expect(found(routeAccess, { 'app/routes/a.tsx': `export default 1;\nexport const handle = { access: 'x' } satisfies H;` })).toEqual([]);
  expect(found(routeAccess, { 'app/routes/a.tsx': `export async function action() {}\nexport const handle: H = { access };` })).toEqual([]);
  expect(found(routeAccess, { 'app/routes/people/form.tsx': 'export function Form() {}' })).toEqual([]);
});
