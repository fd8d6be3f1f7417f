import { commandContext } from '#app/platform/command-context.server.ts';
import type { Context } from '#app/platform/context.ts';
import { withDatabase } from './with-database.ts';

/** Runs the work of a command in the organisation of this short name. */
export async function withOrganisation<T>(slug: string, name: string, work: (context: Context) => Promise<T>): Promise<T> {
  return withDatabase(async (pool) => work(await commandContext(pool, slug, name)));
}
