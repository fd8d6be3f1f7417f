import { existsSync, readFileSync, statSync } from 'node:fs';
import { StartProblem } from './start-problem.ts';

/** The user a program runs as, by number. */
export interface SystemUser {
  uid: number;
  gid: number;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function knownUsers(): (SystemUser & { name: string })[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    // Numbers outside this range (macOS gives nobody -2) cannot be handed to a new process.
    .filter((user) => user.uid > 0 && user.uid < 2 ** 31 && user.gid >= 0 && user.gid < 2 ** 31);
}

/**
 * The unprivileged user that PostgreSQL runs as when root starts it (it refuses to run as root):
 * the owner of the database that is there already, else `nobody`, else `daemon`. Undefined when
 * the present user is not root, and PostgreSQL simply runs as that one. The user must be one that
 * the system knows: initdb looks its name up.
 *
 * @throws StartProblem when the system knows none of them.
 */
export function serverUser(serverFolder: string): SystemUser | undefined {
  if (!isRoot()) return undefined;
  if (existsSync(serverFolder)) {
    const { uid, gid } = statSync(serverFolder);
    if (uid !== 0) return { uid, gid };
  }
  const users = knownUsers();
  const found = users.find((user) => user.name === 'nobody') ?? users.find((user) => user.name === 'daemon');
  if (!found) {
    throw new StartProblem(
      'PostgreSQL refuses to run as root and this system has no user "nobody" to run it as: start the app as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid: found.uid, gid: found.gid };
}
