import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownMark } from './process-mark.ts';

/** The marks in a register whose processes still run; what ended processes left behind is cleared away. */
export function liveMarks(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const live: string[] = [];
  for (const mark of readdirSync(folder)) {
    if (isAlive(mark)) live.push(mark);
    else rmSync(join(folder, mark), { force: true });
  }
  return live;
}

/** Enters this process in a register, one entry for each call. The answer takes the entry out again. */
export function register(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const entry = join(folder, ownMark());
  writeFileSync(entry, '', { flag: 'wx' });
  return () => rmSync(entry, { force: true });
}
