import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Everything that the build is made of. */
const folders = ['app', 'db', 'public'];
const files = ['package-lock.json', 'package.json', 'remix.config.js', 'tailwind.config.ts', 'tsconfig.json', 'vite.config.ts'];
/** Written after a build, beside it. */
const markFile = join('build', 'made-of.sha256');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The hash of all sources of the build in the present folder, names and contents. */
function hashSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...folders.flatMap(filesIn), ...files]) {
    const content = readFileSync(file);
    hash.update(`\n${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Builds the pages of the present folder, unless they were built from the very same sources: a build
 * takes longer than everything else that a start does. Answers whether it built. Throws where the
 * build fails; what it printed stands on the screen then.
 */
export function buildWhenChanged(
  build: () => void = () => {
    const remix = createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
    const command = join(remix, '..', 'dist', 'cli.js');
    execFileSync(process.execPath, [command, 'vite:build', '--logLevel', 'warn'], { stdio: 'inherit' });
  },
): boolean {
  const sources = hashSources();
  const isBuilt = existsSync(join('build', 'server', 'index.js')) && existsSync(markFile);
  if (isBuilt && readFileSync(markFile, 'utf8') === sources) return false;
  build();
  writeFileSync(markFile, sources);
  return true;
}
