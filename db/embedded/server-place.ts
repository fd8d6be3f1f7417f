import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { ownMark } from './process-mark.ts';
import { reachable } from './reachable.ts';
import { sharedFolder } from './shared-folder.ts';
import { StartProblem } from './start-problem.ts';
import type { SystemUser } from './system-user.ts';

interface Elsewhere {
  folder: string;
}

function writeInOneStep(file: string, content: object): void {
  const draft = `${file}.${ownMark()}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx', mode: 0o644 });
  renameSync(draft, file);
}

/** The folder beside `server` that says which data folder a database belongs to. */
function ownerNote(folder: string): string {
  return join(folder, '..', 'belongs-to.json');
}

/** Two copies of a project must not share one database, which a copied pointer would make them do. */
function followPointer(data: DataFolder): string {
  const { folder } = JSON.parse(readFileSync(data.serverElsewhere, 'utf8')) as Elsewhere;
  if (!existsSync(folder)) {
    throw new StartProblem(
      `The database of ${data.folder} was kept in ${folder}, which is gone: put it back from a backup, or delete ${data.folder} to begin with an empty database.`,
    );
  }
  const owner = (JSON.parse(readFileSync(ownerNote(folder), 'utf8')) as Elsewhere).folder;
  if (owner !== data.folder) {
    if (existsSync(owner)) {
      throw new StartProblem(
        `${data.folder} is a copy of ${owner}, whose database is kept in ${folder}: delete ${data.folder} to begin with an empty database, or set DATA_FOLDER to the other one.`,
      );
    }
    writeInOneStep(ownerNote(folder), { folder: data.folder });
  }
  return folder;
}

/** Where the database's folder is, or would be if nothing stood in the way. */
export function expectedServerFolder(data: DataFolder): string {
  if (!existsSync(data.serverElsewhere)) return data.server;
  return (JSON.parse(readFileSync(data.serverElsewhere, 'utf8')) as Elsewhere).folder;
}

/** A folder that the user owns, made if it is not there. */
function giveTo(user: SystemUser | undefined, folder: string): string {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (user && statSync(folder).uid !== user.uid) {
    try {
      chownSync(folder, user.uid, user.gid);
      chmodSync(folder, 0o700);
    } catch {
      throw new StartProblem(
        `PostgreSQL refuses to run as root, and ${folder} cannot be given to an unprivileged user: set DATA_FOLDER to a folder on a local disk, or start the app as an ordinary user.`,
      );
    }
  }
  return folder;
}

/**
 * The folder of the database itself, which its user owns: inside the data folder, or, where that
 * user cannot get there (a project under /root), in a folder outside that the data folder points to.
 *
 * @throws StartProblem when neither is possible.
 */
export function serverPlace(data: DataFolder, user: SystemUser | undefined, sharedCandidates: string[]): string {
  if (existsSync(data.serverElsewhere)) return followPointer(data);
  if (!user || reachable(data.folder, user)) return giveTo(user, data.server);
  if (existsSync(data.server)) {
    throw new StartProblem(
      `The database in ${data.server} runs as an unprivileged user who can no longer get there: let every user enter the folders above it.`,
    );
  }
  const home = join(sharedFolder(user, sharedCandidates), `data-${randomBytes(6).toString('hex')}`);
  mkdirSync(home);
  chmodSync(home, 0o755);
  const folder = giveTo(user, join(home, 'server'));
  writeInOneStep(ownerNote(folder), { folder: data.folder });
  writeInOneStep(data.serverElsewhere, { folder });
  return folder;
}
