import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBreaches } from './house-rules.ts';
import { readTree } from './source/read-tree.ts';
import { treeOf } from './source/tree-of.ts';

test('an empty tree breaks nothing', () => {
  expect(findBreaches([])).toEqual([]);
});

test('a breach says where it is, what it is and what to do', () => {
  const files = treeOf({ 'app/domain/due-date.ts': '/** Says when. */\nexport function dueDate() {\n  return new Date();\n}' });
  expect(findBreaches(files)).toEqual(['app/domain/due-date.ts:3 reads new Date(): take the time from context.now']);
});

test('the tree is read from disk without what tools write', () => {
  const root = mkdtempSync(join(tmpdir(), 'house-rules-'));
  mkdirSync(join(root, 'app/domain'), { recursive: true });
  mkdirSync(join(root, 'node_modules/x'), { recursive: true });
  for (const path of ['app/domain/a.ts', 'node_modules/x/b.ts', 'package-lock.json', 'server.ts', 'app/logo.png']) writeFileSync(join(root, path), '');
  const paths = readTree(root).map(({ path }) => path);
  rmSync(root, { recursive: true });
  expect(paths).toEqual(['app/domain/a.ts', 'server.ts']);
});
