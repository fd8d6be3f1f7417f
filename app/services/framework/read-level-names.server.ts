import type { Context } from '#app/platform/context.ts';
import { readAdoptedContent } from './read-adopted-content.server.ts';

/** The name of a level of a skill; null for no level, and for one that the scale of the skill does not have. */
export type LevelName = (skillId: string, level: number | null) => string | null;

/** What level 0 is called, whatever the scale: the framework has no step for it. */
const belowTheScale = 'not yet at the first level';

/**
 * The names of the levels of every skill that the organisation has adopted, by the scale of the skill's
 * framework version. Asks no permission: anybody who is signed in may read the framework.
 */
export async function readLevelNames(context: Context): Promise<LevelName> {
  const { skills, scales } = await context.db.transaction((tx) => readAdoptedContent(tx, context.db.organisationId));
  return (skillId, level) => {
    const versionId = skills.get(skillId)?.versionId;
    if (versionId === undefined || level === null) return null;
    return scales.get(versionId)?.get(level) ?? (level === 0 ? belowTheScale : null);
  };
}
