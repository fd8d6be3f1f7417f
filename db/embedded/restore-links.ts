import { existsSync, lstatSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemErrorCode } from './system-error.ts';

interface Link {
  source: string;
  target: string;
}

function linkIsThere(path: string, to: string): boolean {
  try {
    return !lstatSync(path).isSymbolicLink() || readlinkSync(path) === to;
  } catch {
    return false;
  }
}

/**
 * Restores the library links that npm drops from packages and that `pg-symlinks.json` lists; the
 * package's own install script does the same, where install scripts are allowed to run. False when
 * links are missing and the folder cannot be written.
 */
export function restoreLinks(binariesFolder: string): boolean {
  const list = join(binariesFolder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(dirname(binariesFolder), target);
    const to = basename(source);
    if (linkIsThere(path, to)) continue;
    try {
      symlinkSync(to, path);
    } catch (error) {
      // Another process may have made it in the meantime.
      if (systemErrorCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}
