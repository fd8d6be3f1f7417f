import { mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { restoreLinks } from './restore-links.ts';

const path = useTemporaryFolder();

it('restores the links that the list names, once and again', () => {
  mkdirSync(path('native', 'lib'), { recursive: true });
  writeFileSync(path('native', 'lib', 'liba.so.1.2'), '');
  const links = ['liba.so', 'liba.so.1'].map((name) => ({ source: 'native/lib/liba.so.1.2', target: `native/lib/${name}` }));
  writeFileSync(path('native', 'pg-symlinks.json'), JSON.stringify(links));
  expect(() => readlinkSync(path('native', 'lib', 'liba.so'))).toThrow('ENOENT');
  expect(restoreLinks(path('native'))).toBe(true);
  expect(readlinkSync(path('native', 'lib', 'liba.so'))).toBe('liba.so.1.2');
  expect(readlinkSync(path('native', 'lib', 'liba.so.1'))).toBe('liba.so.1.2');
  expect(restoreLinks(path('native'))).toBe(true);
});

it('has nothing to do where there is no list', () => {
  mkdirSync(path('bare'));
  expect(restoreLinks(path('bare'))).toBe(true);
});

it('tells when a link is missing and cannot be made', () => {
  mkdirSync(path('broken'));
  writeFileSync(path('broken', 'pg-symlinks.json'), JSON.stringify([{ source: 'broken/lib/a.1', target: 'broken/lib/a' }]));
  expect(restoreLinks(path('broken'))).toBe(false);
});
