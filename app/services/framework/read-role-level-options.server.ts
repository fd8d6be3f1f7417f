import { and, asc, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { framework, frameworkAdoption, role, roleContent, roleLevel, roleLevelContent } from '#db/schema/index.ts';

/** A role of an adopted framework with the role levels that a form can offer. */
export interface RoleLevelOptions {
  roleId: string;
  roleKey: string;
  roleName: string;
  frameworkKey: string;
  /** From the most junior. */
  roleLevels: { id: string; key: string; name: string }[];
}

/** All role levels that are in use, by role. Throws 403 where the viewer may not read the framework. */
export async function readRoleLevelOptions(context: Context): Promise<RoleLevelOptions[]> {
  authorise(context, 'read-framework');
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const rows = await context.db.transaction((tx) =>
    tx
      .select({
        roleId: role.id,
        roleKey: role.key,
        roleName: roleContent.name,
        frameworkKey: framework.key,
        id: roleLevel.id,
        key: roleLevel.key,
        name: roleLevelContent.name,
      })
      .from(frameworkAdoption)
      .innerJoin(roleLevelContent, joins.roleLevelContents(frameworkAdoption.versionId))
      .innerJoin(roleLevel, joins.roleLevel(roleLevelContent.roleLevelId))
      .innerJoin(role, joins.role(roleLevel.roleId))
      .innerJoin(framework, and(eq(framework.organisationId, organisationId), eq(framework.id, role.frameworkId)))
      .innerJoin(roleContent, joins.roleContent(frameworkAdoption.versionId, role.id))
      .where(eq(frameworkAdoption.organisationId, organisationId))
      .orderBy(asc(roleContent.name), asc(role.id), asc(roleLevelContent.seniority), asc(roleLevelContent.name)),
  );
  const roles = new Map<string, RoleLevelOptions>();
  for (const { roleId, roleKey, roleName, frameworkKey, ...level } of rows) {
    const entry = roles.get(roleId) ?? { roleId, roleKey, roleName, frameworkKey, roleLevels: [] };
    entry.roleLevels.push(level);
    roles.set(roleId, entry);
  }
  return [...roles.values()];
}
