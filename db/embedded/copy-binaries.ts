import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './locate-binaries.ts';
import { ownMark } from './process-mark.ts';
import { restoreLinks } from './restore-links.ts';

/** Copies files and folders, readable by every user whatever they were before. Links are left out. */
function copyReadable(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyReadable(source, target);
    else if (entry.isFile()) {
      copyFileSync(source, target);
      chmodSync(target, 0o755);
    }
  }
}

/**
 * A copy of the PostgreSQL programs under the given folder, for users who cannot read the
 * installed ones and for installations without their library links. Made once for each release.
 */
export function copyBinaries(binaries: Binaries, under: string): Binaries {
  const home = join(under, `postgres-${binaries.release}`);
  const copy = { ...binaries, folder: join(home, 'native') };
  if (existsSync(home)) return copy;
  const draft = `${home}.${ownMark()}`;
  try {
    mkdirSync(draft, { recursive: true });
    chmodSync(draft, 0o755);
    copyReadable(binaries.folder, join(draft, 'native'));
    restoreLinks(join(draft, 'native'));
    renameSync(draft, home);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}
