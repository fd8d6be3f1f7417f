import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { buildPages } from './build-pages.ts';
import { buildWhenChanged } from './build-when-changed.ts';

const path = useTemporaryFolder();
const home = process.cwd();
let builds = 0;

const build = () => {
  builds += 1;
  mkdirSync('build/server', { recursive: true });
  writeFileSync('build/server/index.js', '');
};

beforeEach(() => {
  builds = 0;
  for (const folder of ['app/routes', 'db', 'public']) mkdirSync(path(folder), { recursive: true });
  for (const file of ['package-lock.json', 'package.json', 'remix.config.js', 'tailwind.config.ts', 'tsconfig.json', 'vite.config.ts', 'vite.workers.config.ts']) {
    writeFileSync(path(file), '{}');
  }
  writeFileSync(path('app/routes/home.tsx'), 'one');
  process.chdir(path('.'));
});

afterEach(() => process.chdir(home));

it('builds once, and again only when a source has changed, come or gone', () => {
  expect([buildWhenChanged(build), buildWhenChanged(build)]).toEqual([true, false]);
  writeFileSync('app/routes/home.tsx', 'two');
  expect([buildWhenChanged(build), buildWhenChanged(build)]).toEqual([true, false]);
  writeFileSync('app/routes/more.tsx', '');
  expect([buildWhenChanged(build), buildWhenChanged(build)]).toEqual([true, false]);
  expect(builds).toBe(3);
});

it('takes the build of `npm run build` for one', () => {
  buildPages(build);
  expect(buildWhenChanged(build)).toBe(false);
});

it('does not take a failed build for one', () => {
  writeFileSync('app/routes/home.tsx', 'three');
  expect(() =>
    buildWhenChanged(() => {
      throw new Error('the build failed');
    }),
  ).toThrow('the build failed');
  expect(buildWhenChanged(build)).toBe(true);
});
