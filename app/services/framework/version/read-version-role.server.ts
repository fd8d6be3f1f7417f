import { isFrameworkKey } from '#app/services/framework/is-framework-key.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type KnownVersion, readVersion } from './read-version.server.ts';
import { readRoleWording, type RoleWording } from './read-role-wording.server.ts';

export interface VersionRole extends RoleWording {
  version: KnownVersion;
}

/** A role as one version has it, for good. Throws 404 for a version or role that is not there, 403 where the viewer may not read the framework. */
export async function readVersionRole(context: Context, versionId: string, roleKey: string): Promise<VersionRole> {
  authorise(context, 'read-framework');
  if (!isFrameworkKey(roleKey)) throw notFound();
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const version = await readVersion(tx, organisationId, versionId);
    const found = await readRoleWording(tx, organisationId, version.versionId, roleKey);
    if (!found) throw notFound();
    return { version, ...found.wording };
  });
}
