import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hashSources } from './hash-sources.ts';

/** Written after a build, beside it: what the build was made of. */
export const buildMark = join('build', 'made-of.sha256');

const { resolve } = createRequire(import.meta.url);

function run(packageName: string, command: string, ...parameters: string[]): void {
  const file = join(resolve(`${packageName}/package.json`), '..', command);
  execFileSync(process.execPath, [file, ...parameters, '--logLevel', 'warn'], { stdio: 'inherit' });
}

function buildWithRemix(): void {
  run('@remix-run/dev', 'dist/cli.js', 'vite:build');
  run('vite', 'bin/vite.js', 'build', '--config', 'vite.workers.config.ts');
}

/** Builds the pages of the present folder with the scripts of worker threads, and marks the build with its sources. Throws where the build fails. */
export function buildPages(build: () => void = buildWithRemix): void {
  const sources = hashSources();
  build();
  writeFileSync(buildMark, sources);
}
