import { and, eq } from 'drizzle-orm';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { roleContent, roleLevel, roleLevelContent, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Whom the names of one version stand for: ids by `nameKey`. */
export interface VersionIdentities {
  skills: Map<string, string>;
  roles: Map<string, string>;
  /** By the id of the role, then by `nameKey`. */
  roleLevels: Map<string, Map<string, string>>;
}

/** The ids behind the names that a version uses. Runs inside the caller's transaction, who has authorised it. */
export async function readVersionIdentities(tx: Tx, organisationId: string, versionId: string): Promise<VersionIdentities> {
  const skills = await tx
    .select({ id: skillContent.skillId, name: skillContent.name })
    .from(skillContent)
    .where(and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, versionId)));
  const roles = await tx
    .select({ id: roleContent.roleId, name: roleContent.name })
    .from(roleContent)
    .where(and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, versionId)));
  const levels = await tx
    .select({ id: roleLevelContent.roleLevelId, name: roleLevelContent.name, roleId: roleLevel.roleId })
    .from(roleLevelContent)
    .innerJoin(roleLevel, frameworkJoins(organisationId).roleLevel(roleLevelContent.roleLevelId))
    .where(and(eq(roleLevelContent.organisationId, organisationId), eq(roleLevelContent.versionId, versionId)));
  const byName = (rows: readonly { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [nameKey(name), id]));
  const roleLevels = new Map(roles.map(({ id }) => [id, byName(levels.filter(({ roleId }) => roleId === id))]));
  return { skills: byName(skills), roles: byName(roles), roleLevels };
}
