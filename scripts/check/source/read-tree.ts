import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-file.ts';

const folders = new Set(['app', 'db', 'scripts', 'tests', '.ci', 'docs']);
const texts = /(\.(tsx?|cjs|mjs|js|css|md|json|sql|ya?ml|svg|html|sh)|\/run|^LICENSE)$/;
/** Written by tools: nobody reads or names these by hand. */
const generated = /^package-lock\.json$|(^|\/)node_modules\//;

/** Every text file of the repository that people write: the named folders, and the files at the root. */
export function readTree(root: string): SourceFile[] {
  const paths = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || !folders.has(entry.name)) return [];
    return readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true })
      .filter((inner) => inner.isFile())
      .map((inner) => join(inner.parentPath, inner.name).slice(root.length + 1).replaceAll('\\', '/'));
  });
  return paths
    .filter((path) => texts.test(path) && !generated.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
