import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashSources } from './hash-sources.ts';

/** Written after a build, beside it: what the build was made of. */
export const buildMark = join('build', 'made-of.sha256');

function buildWithRemix(): void {
  const remix = createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
  const command = join(remix, '..', 'dist', 'cli.js');
  execFileSync(process.execPath, [command, 'vite:build', '--logLevel', 'warn'], { stdio: 'inherit' });
}

/** Builds the pages of the present folder and marks the build with its sources. Throws where the build fails. */
export function buildPages(build: () => void = buildWithRemix): void {
  const sources = hashSources();
  build();
  writeFileSync(buildMark, sources);
}
