import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import type { Tx } from '#db/tenant.ts';
import { isFrameworkKey } from './is-framework-key.server.ts';
import { readAdoptedVersions, type AdoptedVersion } from './read-adopted-versions.server.ts';
import { findLastVersion } from './version/find-last-version.server.ts';
import { type FormerName, readFormerNames } from './version/read-former-names.server.ts';
import { readRoleWording, type RoleWording } from './version/read-role-wording.server.ts';
import { readVersion } from './version/read-version.server.ts';

export interface RoleView extends RoleWording {
  /** The adopted version; of a role that it has no more, the last one that had it. */
  version: AdoptedVersion;
  /** What the role was called before, until the version with this label; the latest first. */
  formerNames: { name: string; until: string }[];
  /** The same of its role levels. */
  formerLevelNames: FormerName[];
  /** The label of the first version without it; null while the adopted version has it. */
  gone: { since: string } | null;
}

/**
 * A role of an adopted framework with its role levels side by side. One that the adopted version has no more reads as it
 * did last. Where two frameworks have a role of this key, `frameworkKey` says which; without it the official one comes
 * first. Throws 404 for any other key, 403 where the viewer may not read the framework.
 */
export async function readRole(context: Context, roleKey: string, frameworkKey: string | null = null): Promise<RoleView> {
  authorise(context, 'read-framework');
  if (!isFrameworkKey(roleKey) || (frameworkKey !== null && !isFrameworkKey(frameworkKey))) throw notFound();
  const organisationId = context.db.organisationId;
  const versions = (await readAdoptedVersions(context)).filter(
    (version) => frameworkKey === null || version.frameworkKey === frameworkKey,
  );
  return context.db.transaction(async (tx) => {
    for (const version of versions) {
      const found = await readRoleWording(tx, organisationId, version.versionId, roleKey);
      if (found) return { version, ...found.wording, ...(await formerNamesOf(tx, organisationId, found)), gone: null };
    }
    const last = await findLastVersion(tx, organisationId, 'role', { key: roleKey, frameworkKey });
    const version = last && (await readVersion(tx, organisationId, last.versionId));
    const found = version && (await readRoleWording(tx, organisationId, version.versionId, roleKey));
    if (!found) throw notFound();
    return { version, ...found.wording, ...(await formerNamesOf(tx, organisationId, found)), gone: { since: last.goneSince } };
  });
}

async function formerNamesOf(tx: Tx, organisationId: string, { roleId, wording }: { roleId: string; wording: RoleWording }) {
  const ofRole = await readFormerNames(tx, organisationId, 'role', [roleId]);
  const levelIds = wording.roleLevels.map(({ id }) => id);
  return {
    formerNames: ofRole.map(({ name, until }) => ({ name, until })),
    formerLevelNames: await readFormerNames(tx, organisationId, 'role-level', levelIds),
  };
}
