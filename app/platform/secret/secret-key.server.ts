import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { systemErrorCode } from '#db/embedded/system-error.ts';

const pattern = /^[0-9a-f]{64}$/i;

function readKey(file: string): Buffer | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw new StartProblem(`The file ${file} with the secret key cannot be read: run this as the user that it belongs to, or set SECRET_KEY.`);
  }
  if (!pattern.test(text)) {
    throw new StartProblem(`The file ${file} with the secret key is damaged: put it back from a backup, or set SECRET_KEY.`);
  }
  return Buffer.from(text, 'hex');
}

/** Writes a new key beside its place, readable only by the present user. */
function writeDraft(folder: string, draft: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === '') throw error;
    throw new StartProblem(`No secret key can be written to the data folder ${folder} (${code}): set SECRET_KEY, let this user write there, or set DATA_FOLDER to another folder.`);
  }
}

/** Makes a new key. Of two processes that try at once the first one's is kept. */
function makeKey(folder: string, file: string): Buffer {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeDraft(folder, draft);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readKey(file)!;
}

/**
 * The 32 bytes that secrets are sealed with: those that were given, else those of the data folder, made
 * at the first start. Several machines on one database have to be given the same.
 *
 * @throws StartProblem where the key of the data folder is there and cannot be read, or cannot be made.
 */
export function secretKey(given: string | undefined, dataFolder: string): Buffer {
  if (given !== undefined) return Buffer.from(given, 'hex');
  const file = join(dataFolder, 'secret-key');
  return readKey(file) ?? makeKey(dataFolder, file);
}
