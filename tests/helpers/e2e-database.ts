import { readFileSync } from 'node:fs';

/** Where the server of the browser tests says which database it is. */
export const e2eDatabaseFile = 'test-results/e2e-database.json';

/** The logins of the database of the browser tests. Throws an Error while their server does not run. */
export function findE2eDatabase(): { appUrl: string; ownerUrl: string } {
  return JSON.parse(readFileSync(e2eDatabaseFile, 'utf8')) as { appUrl: string; ownerUrl: string };
}
