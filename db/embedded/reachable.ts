import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SystemUser } from './system-user.ts';

function mayPass(folder: string, user: SystemUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether the user may pass through every folder above the path, and the path itself. The path must be a real one, without links. */
export function reachable(path: string, user: SystemUser): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayPass(folder, user)) return false;
    if (folder === dirname(folder)) return true;
  }
}
