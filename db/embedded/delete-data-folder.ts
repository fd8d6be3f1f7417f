import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { liveMarks } from './client-register.ts';
import { prepareDataFolder } from './data-folder.ts';
import { expectedServerFolder } from './server-place.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { StartProblem } from './start-problem.ts';

/**
 * Deletes a throw-away database with all that belongs to it: a server that a killed process left
 * running, and the folder outside the data folder that a database started by root may have. For
 * tests; nothing happens when the folder is not there.
 *
 * @throws StartProblem while a process uses the database.
 */
export async function deleteDataFolder(dataFolder: string): Promise<void> {
  if (!existsSync(dataFolder)) return;
  const data = prepareDataFolder(dataFolder);
  if (liveMarks(data.clients).length > 0) {
    throw new StartProblem(`The database in ${data.folder} is in use: stop the processes that use it first.`);
  }
  // Joining and leaving as the last client stops the server, whoever left it running.
  await (await startEmbeddedPostgres({ dataFolder, durable: false })).stop();
  const server = expectedServerFolder(data);
  if (server !== data.server) rmSync(dirname(server), { recursive: true, force: true });
  rmSync(data.folder, { recursive: true, force: true });
}
