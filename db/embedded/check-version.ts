import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './start-problem.ts';

/**
 * Refuses a cluster that another major version of PostgreSQL made: its files cannot be read, and
 * the bundled programs hold no upgrade.
 *
 * @throws StartProblem saying so.
 */
export function checkVersion(cluster: string, programsMajor: string): void {
  const dataMajor = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (dataMajor === programsMajor) return;
  throw new StartProblem(
    `The database in ${cluster} was made by PostgreSQL ${dataMajor} and this release brings PostgreSQL ${programsMajor}: go back to the release that made it, or set DATA_FOLDER to another folder.`,
  );
}
