import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import type { Tx } from '#db/tenant.ts';
import { isFrameworkKey } from './is-framework-key.server.ts';
import { readAdoptedVersions, type AdoptedVersion } from './read-adopted-versions.server.ts';
import { findLastVersion } from './version/find-last-version.server.ts';
import { readFormerNames } from './version/read-former-names.server.ts';
import { readSkillWording, type SkillWording } from './version/read-skill-wording.server.ts';
import { readSuccessors } from './version/read-successors.server.ts';
import { readVersion } from './version/read-version.server.ts';

export interface SkillView extends SkillWording {
  /** The adopted version; of a skill that it has no more, the last one that had it. */
  version: AdoptedVersion;
  /** What it was called before, until the version with this label; the latest first. */
  formerNames: { name: string; until: string }[];
  /** Null while the adopted version has it. */
  gone: {
    /** The label of the first version without it. */
    since: string;
    /** What took its place, by name. */
    successors: { key: string; name: string }[];
  } | null;
}

/**
 * A skill of an adopted framework: what its levels ask and of which role levels they are expected. One that the adopted
 * version has no more reads as it did last. Where two frameworks have a skill of this key, `frameworkKey` says which;
 * without it the official one comes first. Throws 404 for any other key, 403 where the viewer may not read the framework.
 */
export async function readSkill(context: Context, skillKey: string, frameworkKey: string | null = null): Promise<SkillView> {
  authorise(context, 'read-framework');
  if (!isFrameworkKey(skillKey) || (frameworkKey !== null && !isFrameworkKey(frameworkKey))) throw notFound();
  const organisationId = context.db.organisationId;
  const versions = (await readAdoptedVersions(context)).filter(
    (version) => frameworkKey === null || version.frameworkKey === frameworkKey,
  );
  return context.db.transaction(async (tx) => {
    for (const version of versions) {
      const found = await readSkillWording(tx, organisationId, version, skillKey);
      if (found) return { version, ...found.wording, formerNames: await formerNamesOf(tx, organisationId, found.skillId), gone: null };
    }
    const last = await findLastVersion(tx, organisationId, 'skill', { key: skillKey, frameworkKey });
    const version = last && (await readVersion(tx, organisationId, last.versionId));
    const found = version && (await readSkillWording(tx, organisationId, version, skillKey));
    if (!found) throw notFound();
    const successors = await readSuccessors(tx, organisationId, found.skillId);
    const formerNames = await formerNamesOf(tx, organisationId, found.skillId);
    return { version, ...found.wording, formerNames, gone: { since: last.goneSince, successors } };
  });
}

async function formerNamesOf(tx: Tx, organisationId: string, skillId: string): Promise<SkillView['formerNames']> {
  return (await readFormerNames(tx, organisationId, 'skill', [skillId])).map(({ name, until }) => ({ name, until }));
}
