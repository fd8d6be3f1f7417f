import { isFrameworkKey } from '#app/services/framework/is-framework-key.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type KnownVersion, readVersion } from './read-version.server.ts';
import { readSkillWording, type SkillWording } from './read-skill-wording.server.ts';

export interface VersionSkill extends SkillWording {
  version: KnownVersion;
}

/** A skill as one version words it, for good. Throws 404 for a version or skill that is not there, 403 where the viewer may not read the framework. */
export async function readVersionSkill(context: Context, versionId: string, skillKey: string): Promise<VersionSkill> {
  authorise(context, 'read-framework');
  if (!isFrameworkKey(skillKey)) throw notFound();
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const version = await readVersion(tx, organisationId, versionId);
    const found = await readSkillWording(tx, organisationId, version, skillKey);
    if (!found) throw notFound();
    return { version, ...found.wording };
  });
}
