import { commandContext } from '#app/platform/command-context.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { connectDatabase } from '#db/connect.ts';
import { migrateDatabase } from '#db/migrate.ts';

/**
 * Runs the work of a command in the organisation of this short name. Joins the embedded database
 * while the app runs, and starts it for as long as the command needs it while the app does not.
 */
export async function withOrganisation<T>(slug: string, name: string, work: (context: Context) => Promise<T>): Promise<T> {
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
    return await work(await commandContext(database.pool, slug, name));
  } finally {
    await database.close();
  }
}
