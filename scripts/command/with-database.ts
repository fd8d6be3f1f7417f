import type { Pool } from 'pg';
import { readEnv } from '#app/platform/env.server.ts';
import { connectDatabase } from '#db/connect.ts';
import { migrateDatabase } from '#db/migrate.ts';

/**
 * Runs the work of a command on the database, migrated to this release. Joins the embedded one while the
 * app runs, and starts it for as long as the command needs it while the app does not.
 */
export async function withDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = readEnv();
  const database = await connectDatabase({
    databaseUrl,
    databaseOwnerUrl,
    dataFolder,
    poolSize: 2,
    log: (message) => console.error(message),
  });
  try {
    await migrateDatabase(database.ownerUrl);
    return await work(database.pool);
  } finally {
    await database.close();
  }
}
