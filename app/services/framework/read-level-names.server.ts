import type { Context } from '#app/platform/context.ts';
import { readAdoptedVersions } from './read-adopted-versions.server.ts';
import { readAssessableSkills } from './read-assessable-skills.server.ts';

/** The name of a level of a skill; null for no level, and for one that the scale of the skill does not have. */
export type LevelName = (skillId: string, level: number | null) => string | null;

/** What level 0 is called, whatever the scale: the framework has no step for it. */
const belowTheScale = 'not yet at the first level';

/**
 * The names of the levels of every skill that the organisation has adopted, by the scale of the skill's
 * framework version. Asks no permission: anybody who is signed in may read the framework.
 */
export async function readLevelNames(context: Context): Promise<LevelName> {
  const skills = await readAssessableSkills(context);
  const scales = new Map(
    (await readAdoptedVersions(context)).map(({ versionId, scale }) => [
      versionId,
      new Map([[0, belowTheScale], ...scale.map(({ ordinal, name }): [number, string] => [ordinal, name])]),
    ]),
  );
  return (skillId, level) => {
    const versionId = skills.get(skillId)?.versionId;
    if (versionId === undefined || level === null) return null;
    return scales.get(versionId)?.get(level) ?? null;
  };
}
