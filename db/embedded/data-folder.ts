import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ownMark } from './process-mark.ts';
import { StartProblem } from './start-problem.ts';
import { systemErrorCode } from './system-error.ts';

/** Where everything of one embedded database lies. All but `server` belongs to whoever runs the app. */
export interface DataFolder {
  folder: string;
  lock: string;
  clients: string;
  instances: string;
  passwords: string;
  log: string;
  /** The database's own folder, unless `serverElsewhere` names another. */
  server: string;
  /** Present when the database user cannot reach the data folder: says where its folder is instead. */
  serverElsewhere: string;
}

function problemWith(folder: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartProblem(`The disk that holds ${folder} is full: make room, or set DATA_FOLDER to a folder on another disk.`);
  }
  if (code === '') return error;
  return new StartProblem(
    `The data folder ${folder} cannot be written (${code}): let this user write there, or set DATA_FOLDER to another folder.`,
  );
}

/** Not `mkdir -p` of Node: that never returns where a parent exists but refuses with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
    // Passable whatever the umask: as root the server runs as another user and goes through here.
    chmodSync(folder, 0o755);
  } catch (error) {
    // Another process starting at the same time may have made it.
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}

/**
 * Makes the data folder if it is not there and shows that it can be written.
 *
 * @throws StartProblem when it cannot.
 */
export function prepareDataFolder(dataFolder: string): DataFolder {
  const wanted = resolve(dataFolder);
  try {
    makeFolder(wanted);
    const folder = realpathSync(wanted);
    accessSync(folder, constants.R_OK | constants.X_OK);
    const trial = join(folder, `trial-${ownMark()}`);
    writeFileSync(trial, 'x', { flag: 'wx' });
    rmSync(trial);
    return {
      folder,
      lock: join(folder, 'lock'),
      clients: join(folder, 'clients'),
      instances: join(folder, 'instances'),
      passwords: join(folder, 'passwords.json'),
      log: join(folder, 'server.log'),
      server: join(folder, 'server'),
      serverElsewhere: join(folder, 'server-elsewhere.json'),
    };
  } catch (error) {
    throw problemWith(wanted, error);
  }
}
