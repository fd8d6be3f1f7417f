import type { Context } from '#app/platform/context.ts';
import { type LevelName, readAdoptedContent } from './read-adopted-content.server.ts';

/**
 * The names of the levels of every skill that the organisation has adopted, by the scale of the skill's
 * framework version. Asks no permission: anybody who is signed in may read the framework.
 */
export async function readLevelNames(context: Context): Promise<LevelName> {
  const { levelName } = await context.db.transaction((tx) => readAdoptedContent(tx, context.db.organisationId));
  return levelName;
}
