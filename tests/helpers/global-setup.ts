import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { deleteDataFolder } from '#db/embedded/delete-data-folder.ts';
import { isAlive, ownMark } from '#db/embedded/process-mark.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { buildScripts } from './build-scripts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's throw-away PostgreSQL server keeps its files. */
    testDataFolder: string;
    /** Where the scripts of workers and of processes stand built. */
    builtScripts: string;
  }
}

const prefix = 'capability-map-test-';

/** Clears away what runs that were killed left behind, their servers first of all. */
async function discardLeftBehind(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix) && !isAlive(name.slice(prefix.length)));
  for (const name of left) {
    const folder = join(tmpdir(), name);
    // Another user's, or damaged: it is in nobody's way.
    await deleteDataFolder(folder).catch((error: unknown) => console.warn(`${folder} could not be cleared away: ${String(error)}`));
  }
}

/** Deletes the run's own folder, once its worker processes, which end at about the same time, are gone. */
async function discardOwn(folder: string): Promise<void> {
  const giveUpAt = Date.now() + 15_000;
  for (;;) {
    try {
      return await deleteDataFolder(folder);
    } catch (error) {
      if (!(error instanceof StartProblem) || Date.now() > giveUpAt) throw error;
      await pause(100);
    }
  }
}

/**
 * Builds what tests start as threads and processes, names the folder of this run's PostgreSQL server, and clears it away at the end. The server itself
 * starts with the first test file that asks for a database (database.ts), so that a run of unit
 * tests alone does not wait for one.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  await discardLeftBehind();
  const folder = join(tmpdir(), `${prefix}${ownMark()}`);
  project.provide('testDataFolder', folder);
  project.provide('builtScripts', await buildScripts());
  return () => discardOwn(folder);
}
