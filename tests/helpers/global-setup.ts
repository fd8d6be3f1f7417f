import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareDataFolder } from '#db/embedded/data-folder.ts';
import { isAlive, ownMark } from '#db/embedded/process-mark.ts';
import { expectedServerFolder } from '#db/embedded/server-place.ts';
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's throw-away PostgreSQL server keeps its files. */
    testDataFolder: string;
  }
}

const prefix = 'capability-map-test-';

async function discard(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  // Joining and leaving as the last client stops the server, whoever left it running.
  await (await startEmbeddedPostgres({ dataFolder: folder, durable: false })).stop();
  const data = prepareDataFolder(folder);
  const server = expectedServerFolder(data);
  if (server !== data.server) rmSync(dirname(server), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Clears away what runs that were killed left behind, their servers first of all. */
async function discardLeftBehind(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix) && !isAlive(name.slice(prefix.length)));
  for (const name of left) {
    const folder = join(tmpdir(), name);
    // Another user's, or damaged: it is in nobody's way.
    await discard(folder).catch((error: unknown) => console.warn(`${folder} could not be cleared away: ${String(error)}`));
  }
}

/**
 * Names the folder of this run's PostgreSQL server, and clears it away at the end. The server itself
 * starts with the first test file that asks for a database (database.ts), so that a run of unit
 * tests alone does not wait for one.
 */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  await discardLeftBehind();
  const folder = join(tmpdir(), `${prefix}${ownMark()}`);
  project.provide('testDataFolder', folder);
  return () => discard(folder);
}
