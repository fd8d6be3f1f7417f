import { chmodSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { reachable } from './reachable.ts';
import { StartProblem } from './start-problem.ts';
import type { SystemUser } from './system-user.ts';

/** Where root may keep what an unprivileged server must reach, the first that serves. Not /tmp: it is emptied. */
export const sharedFolders = ['/var/lib/capability-map', '/opt/capability-map', '/var/tmp/capability-map'];

function serves(candidate: string, user: SystemUser): boolean {
  try {
    if (!existsSync(candidate)) {
      mkdirSync(candidate);
      chmodSync(candidate, 0o755);
    }
    // Someone else's folder of that name could be changed under our feet.
    return statSync(candidate).uid === process.getuid?.() && reachable(realpathSync(candidate), user);
  } catch {
    return false;
  }
}

/**
 * A folder outside the project that root owns and the server's user can reach.
 *
 * @throws StartProblem when none of the candidates serves.
 */
export function sharedFolder(user: SystemUser, candidates: string[]): string {
  const found = candidates.find((candidate) => serves(candidate, user));
  if (found === undefined) {
    throw new StartProblem(
      `The database runs as an unprivileged user who cannot reach this project, and none of ${candidates.join(', ')} can be used instead: move the project to a folder that every user may enter, start the app as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return realpathSync(found);
}
