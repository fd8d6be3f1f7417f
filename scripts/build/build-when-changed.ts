import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMark, buildPages } from './build-pages.ts';
import { hashSources } from './hash-sources.ts';

/**
 * Builds the pages of the present folder, unless they were built from the very same sources: a build
 * takes longer than everything else that a start does, and takes the pages away from whoever serves
 * them. Answers whether it built. Throws where the build fails; what it printed stands on the screen.
 */
export function buildWhenChanged(build?: () => void): boolean {
  const isBuilt = existsSync(join('build', 'server', 'index.js')) && existsSync(buildMark);
  if (isBuilt && readFileSync(buildMark, 'utf8') === hashSources()) return false;
  buildPages(build);
  return true;
}
