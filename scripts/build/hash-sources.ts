import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the build is made of. */
const folders = ['app', 'db', 'public'];
const files = ['package-lock.json', 'package.json', 'remix.config.js', 'tailwind.config.ts', 'tsconfig.json', 'vite.config.ts', 'vite.workers.config.ts'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The hash of all sources of the build in the present folder, names and contents. */
export function hashSources(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...folders.flatMap(filesIn), ...files]) {
    const content = readFileSync(file);
    hash.update(`\n${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
