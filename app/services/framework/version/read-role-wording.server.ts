import type { Tx } from '#db/tenant.ts';
import { markOwnRole, type OwnRoleMarks } from './mark-own-role.server.ts';
import { readBaseVersion } from './read-base-version.server.ts';
import { readRoleContent, type RoleContent } from './read-role-content.server.ts';

/** What one version says of a role, and what of it the organisation added. */
export type RoleWording = Omit<RoleContent, 'id'> & OwnRoleMarks;

/**
 * A role as one version has it, with the id of the role; null where the version has none of this key. Runs inside
 * the caller's transaction, who has authorised it.
 */
export async function readRoleWording(
  tx: Tx,
  organisationId: string,
  versionId: string,
  roleKey: string,
): Promise<{ roleId: string; wording: RoleWording } | null> {
  const found = await readRoleContent(tx, organisationId, versionId, roleKey);
  if (!found) return null;
  const baseVersionId = await readBaseVersion(tx, organisationId, versionId);
  const released = baseVersionId === null ? found : await readRoleContent(tx, organisationId, baseVersionId, roleKey);
  const { id, ...content } = found;
  return { roleId: id, wording: { ...content, ...markOwnRole(found, released) } };
}
