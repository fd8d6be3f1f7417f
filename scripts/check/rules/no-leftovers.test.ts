import { expect, test } from 'vitest';
import { treeOf } from '../source/tree-of.ts';
import { noLeftovers } from './no-leftovers.ts';

const found = (text: string): number => noLeftovers(treeOf({ 'app/a.ts': text })).length;

test.each(['// TODO later', '/* FIXME */', `read('/home/ann/file')`, 'cd /root/x', 'C:\\Users\\ann'])('%s is left over', (text) => {
  expect(found(text)).toBe(1);
});

test.each(['const todo = 1;', `import '#app/root/work/a.ts'`, 'https://example.gov.uk/home/work', '/usr/bin/chromium'])('%s is sound', (text) => {
  expect(found(text)).toBe(0);
});
