import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Check {
  name: string;
  /** What Node runs, in the root of the tree. */
  args: string[];
}

/** The tools stand beside this file, whichever tree they look at. */
const tool = (path: string): string => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The checks of a tree, slowest first. Each reads its rules from the tree itself. */
export function checksOf(root: string): Check[] {
  const sources = ['app', 'db', 'scripts', 'tests', 'server.ts'].filter((path) => existsSync(join(root, path)));
  const remembered = ['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'];
  return [
    { name: 'types', args: [tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', ...remembered] },
    { name: 'unused code', args: [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
    { name: 'import rules', args: [tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...sources] },
    { name: 'house rules', args: [tool('tsx/dist/cli.mjs'), own('print-breaches.ts')] },
    { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--config', '.oxlintrc.json', '--deny-warnings'] },
  ];
}
