import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { ownMark } from './process-mark.ts';
import { StartProblem } from './start-problem.ts';
import { systemErrorCode } from './system-error.ts';

export interface Passwords {
  owner: string;
  app: string;
}

function parse(text: string): Passwords | undefined {
  try {
    const { owner, app } = JSON.parse(text) as Partial<Passwords>;
    return typeof owner === 'string' && typeof app === 'string' ? { owner, app } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the passwords of an existing database. */
function readPasswords(file: string): Passwords {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'EACCES' || systemErrorCode(error) === 'EPERM') {
      throw new StartProblem(
        `The database belongs to the system user with the number ${statSync(file).uid}, who alone may read ${file}: run this as that user, or set DATA_FOLDER to another folder.`,
      );
    }
    throw new StartProblem(
      `The file ${file} with the database passwords is missing: put it back from a backup, or set DATA_FOLDER to another folder.`,
    );
  }
  const passwords = parse(text);
  if (!passwords) {
    throw new StartProblem(
      `The file ${file} with the database passwords is damaged: put it back from a backup, or set DATA_FOLDER to another folder.`,
    );
  }
  return passwords;
}

/** Makes new passwords, in one step and readable only by the present user. */
function makePasswords(file: string): Passwords {
  const passwords = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  const draft = `${file}.${ownMark()}`;
  writeFileSync(draft, `${JSON.stringify(passwords)}\n`, { flag: 'wx', mode: 0o600 });
  renameSync(draft, file);
  return passwords;
}

/**
 * The passwords of the database in a data folder. They are made once, before the database itself,
 * so that no database is ever without them.
 *
 * @throws StartProblem when a database is there and its passwords are not readable.
 */
export function databasePasswords(file: string, databaseIsThere: boolean): Passwords {
  if (databaseIsThere) return readPasswords(file);
  // Left by a first start that was cut short: no database knows them, so a damaged file is no loss.
  const left = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
  return left ?? makePasswords(file);
}
