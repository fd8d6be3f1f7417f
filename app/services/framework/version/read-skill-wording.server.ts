import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import type { Tx } from '#db/tenant.ts';
import { markOwnSkill, type OwnSkillMarks } from './mark-own-skill.server.ts';
import { readBaseVersion } from './read-base-version.server.ts';
import { type ReadableVersion, readSkillContent, type SkillContent } from './read-skill-content.server.ts';

/** What one version says of a skill, and whose words they are. */
export interface SkillWording extends Omit<SkillContent, 'id' | 'levels'>, Pick<OwnSkillMarks, 'isOwn'> {
  /** True where the description is the one that comes with the product. */
  isDescriptionOurs: boolean;
  levels: (SkillContent['levels'][number] & {
    /** Those of the statements that the organisation added itself. */
    ownStatements: string[];
  })[];
}

const ourDescriptions = new Set(loadCatalogue().facts.skills.flatMap(({ description }) => description ?? []));

/**
 * A skill as one version words it, with the id of the skill; null where the version has none of this key. Runs inside
 * the caller's transaction, who has authorised it.
 */
export async function readSkillWording(
  tx: Tx,
  organisationId: string,
  version: ReadableVersion,
  skillKey: string,
): Promise<{ skillId: string; wording: SkillWording } | null> {
  const found = await readSkillContent(tx, organisationId, version, skillKey);
  if (!found) return null;
  const baseVersionId = await readBaseVersion(tx, organisationId, version.versionId);
  const released = baseVersionId === null ? found : await readSkillContent(tx, organisationId, { ...version, versionId: baseVersionId }, skillKey);
  const { isOwn, ownStatements } = markOwnSkill(found, released);
  const { id, levels, ...content } = found;
  return {
    skillId: id,
    wording: {
      ...content,
      isOwn,
      isDescriptionOurs: content.description !== null && ourDescriptions.has(content.description),
      levels: levels.map((level, index) => ({ ...level, ownStatements: ownStatements[index] ?? [] })),
    },
  };
}
