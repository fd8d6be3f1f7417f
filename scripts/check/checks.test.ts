import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { checksOf } from './checks-of.ts';
import { runChecks } from './run-checks.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const trees: string[] = [];
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

const soundFiles = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#app/*': './app/*' }, devDependencies: { 'dependency-cruiser': '*' } }),
  'server.ts': `import { roleGap } from '#app/domain/role-gap.ts';\n\nroleGap(1, 2);\n`,
  'app/domain/role-gap.ts':
    '/** The agreed level less the expected one, -4 to 4. */\nexport function roleGap(agreedLevel: number, expectedLevel: number): number {\n  return agreedLevel - expectedLevel;\n}\n',
};

/** A small tree with the rules of this repository, and its packages. */
function plant(files: Record<string, string>): string {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'checks-')));
  trees.push(tree);
  for (const rules of ['tsconfig.json', '.oxlintrc.json', '.dependency-cruiser.cjs', 'knip.json']) {
    cpSync(join(repository, rules), join(tree, rules));
  }
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return tree;
}

async function check(name: string, files: Record<string, string>): Promise<{ passed: boolean; said: string }> {
  const tree = plant(files);
  const lines: string[] = [];
  const passed = await runChecks(checksOf(tree).filter((one) => one.name === name), tree, (line) => lines.push(line));
  return { passed, said: lines.join('\n') };
}

const breaches: [name: string, files: Record<string, string>, said: string][] = [
  ['types', { 'server.ts': `import { roleGap } from '#app/domain/role-gap.ts';\nroleGap('1', 2);\n` }, 'server.ts(2,9)'],
  ['lint', { 'scripts/stop.ts': 'debugger;\n' }, 'no-debugger'],
  ['import rules', { 'app/domain/due.ts': `import 'node:fs';\n` }, 'domain-imports-nothing'],
  ['house rules', { 'app/domain/due.ts': 'export function due() {}\n' }, 'app/domain/due.ts:1 exports due without a doc comment'],
  ['unused code', { 'app/domain/dead.ts': 'export const dead = 1;\n' }, 'app/domain/dead.ts'],
];

test('every check has a breach here', () => {
  expect(breaches.map(([name]) => name).sort()).toEqual(checksOf(repository).map(({ name }) => name).sort());
});

test('a sound tree passes all checks, with a line for each', { timeout: 120_000 }, async () => {
  const tree = plant(soundFiles);
  const lines: string[] = [];
  const passed = await runChecks(checksOf(tree), tree, (line) => lines.push(line));
  expect(lines.filter((line) => !/^ok {6}\S.* \d+\.\d s$/.test(line))).toEqual([]);
  expect(lines).toHaveLength(5);
  expect(passed).toBe(true);
});

test.each(breaches)('%s fails on its breach and shows what it printed', { timeout: 120_000 }, async (name, files, expected) => {
  const { passed, said } = await check(name, { ...soundFiles, ...files });
  expect(said).toMatch(new RegExp(`^FAILED {2}${name}`));
  expect(said).toContain(expected);
  expect(passed).toBe(false);
});

test('a check that cannot start has failed', async () => {
  const lines: string[] = [];
  const passed = await runChecks([{ name: 'gone', args: ['no-such-file.js'] }], repository, (line) => lines.push(line));
  expect(passed).toBe(false);
});
