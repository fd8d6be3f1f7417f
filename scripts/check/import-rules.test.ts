import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, describe, expect, test } from 'vitest';
import { plantedBreaches, soundFiles } from './planted-breaches.ts';

/* The rules are read from the very file that `npm run check` uses. */
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
  options: { tsConfig: unknown };
};
const { tsConfig: _fileName, ...cruiseOptions } = options;
const trees: string[] = [];

/** Writes the files to a tree of their own, with a package.json like ours and empty packages to import. */
function plant(files: Record<string, string>): string {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'import-rules-')));
  trees.push(tree);
  const packages = ['d3', 'drizzle-orm', 'lucia', 'react', 'pg', 'openid-client', 'vite', 'undeclared'];
  const manifest = {
    type: 'module',
    imports: { '#app/*': './app/*', '#db/*': './db/*', '#tests/*': './tests/*' },
    dependencies: { d3: '1', 'drizzle-orm': '1', lucia: '1', react: '1', pg: '1', 'openid-client': '1' },
    devDependencies: { vite: '1' },
  };
  const all: Record<string, string> = { 'package.json': JSON.stringify(manifest), 'tsconfig.json': '{}', ...files };
  for (const name of packages) {
    all[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main: 'index.js' });
    all[`node_modules/${name}/index.js`] = 'module.exports = {};';
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const baseDir = plant(files);
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0]!))];
  const { output } = await cruise(
    folders,
    { ...cruiseOptions, baseDir, validate: true, ruleSet: { forbidden } as IFlattenedRuleSet },
    {},
    { tsConfig: extractTSConfig(join(baseDir, 'tsconfig.json')) },
  );
  const names = (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
  return [...new Set(names)].sort();
}

afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

describe('the import rules', () => {
  test('find nothing in a sound tree', async () => {
    expect(await brokenRules(soundFiles)).toEqual([]);
  });

  test('have a planted breach each, and say why they are there', () => {
    expect(Object.keys(plantedBreaches).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
    expect(forbidden.filter((rule) => !('comment' in rule))).toEqual([]);
  });

  test.each(Object.entries(plantedBreaches))('%s reports its breach, and no other rule does', async (name, files) => {
    expect(await brokenRules({ ...soundFiles, ...files })).toEqual([name]);
  });
});
