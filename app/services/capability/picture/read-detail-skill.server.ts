import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';

/** One skill of a framework, as a panel names it and leads to its page. */
export interface DetailSkill {
  id: string;
  key: string;
  name: string;
  /** Which framework it is of. */
  frameworkKey: string;
  kind: string;
  versionId: string;
  /** The steps of its scale, from the first up. */
  levels: ScaleStep[];
}

/**
 * A skill of the framework versions that the organisation has adopted. Throws 404 for any other id. Asks no permission: anybody who is
 * signed in may read the framework.
 */
export async function readDetailSkill(context: Context, skillId: string): Promise<DetailSkill> {
  const known = (await readAssessableSkills(context)).get(skillId);
  const version = known && (await readAdoptedVersions(context)).find(({ versionId }) => versionId === known.versionId);
  if (!known || !version) throw notFound();
  const { frameworkKey, kind, versionId, scale } = version;
  return { id: skillId, key: known.key, name: known.name, frameworkKey, kind, versionId, levels: scale };
}
