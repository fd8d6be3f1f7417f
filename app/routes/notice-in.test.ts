import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noticeIn } from './notice-in.ts';

const notices = { saved: 'It is saved.' };
const asked = (query: string) => new Request(`https://skills.example.org/settings/users${query}`);

test('a notice that the table knows is said, and the first of several counts', () => {
  expect(noticeIn(notices, asked('?notice=saved'))).toBe('It is saved.');
  expect(noticeIn(notices, asked('?notice=saved&notice=toString'))).toBe('It is saved.');
});

test('no notice, an empty one and an unknown one say nothing', () => {
  for (const query of ['', '?notice', '?notice=', '?notice=deleted', '?notice=Saved']) expect(noticeIn(notices, asked(query))).toBeNull();
});

test('what every object inherits is no notice', () => {
  const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
  for (const name of inherited) {
    // The control: a plain look-up finds it.
    expect((notices as Record<string, unknown>)[name]).toBeDefined();
    expect(noticeIn(notices, asked(`?notice=${name}`))).toBeNull();
  }
});

test('no page looks its notice up in another way', () => {
  const routes = import.meta.dirname;
  const files = readdirSync(routes, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.|notice-in\.ts$/.test(file));
  const sources = files.map((file) => ({ file, text: readFileSync(path.join(routes, file), 'utf8') }));
  expect(sources.filter(({ text }) => text.includes('noticeIn(')).length).toBeGreaterThan(8);
  expect(sources.filter(({ text }) => /get\(['"]notice['"]\)(?! ===)/.test(text)).map(({ file }) => file)).toEqual([]);
});
