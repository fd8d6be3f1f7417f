import { and, eq } from 'drizzle-orm';
import type { NamedIds } from '#app/domain/capability/impact/scope-release.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { framework, role, roleLevel, skill } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The roles, role levels and skills of a framework that the version given by its ids does not have, by name: somebody
 * may still stand in such a role level or hold such a skill, and a release that brings the name back brings them back.
 * Runs inside the caller's transaction, who has authorised it.
 */
export async function readDormantNames(tx: Tx, organisationId: string, frameworkKey: string, present: NamedIds): Promise<NamedIds> {
  const joins = frameworkJoins(organisationId);
  const ofFramework = and(eq(framework.organisationId, organisationId), eq(framework.key, frameworkKey));
  const skills = await tx
    .select({ id: skill.id, name: skill.name })
    .from(framework)
    .innerJoin(skill, and(eq(skill.organisationId, organisationId), eq(skill.frameworkId, framework.id)))
    .where(ofFramework);
  const roles = await tx
    .select({ id: role.id, name: role.name })
    .from(framework)
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.frameworkId, framework.id)))
    .where(ofFramework);
  const levels = await tx
    .select({ id: roleLevel.id, name: roleLevel.name, roleId: role.id })
    .from(framework)
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.frameworkId, framework.id)))
    .innerJoin(roleLevel, joins.roleLevels(role.id))
    .where(ofFramework);
  const taken = new Set([...present.skills.values(), ...present.roles.values(), ...[...present.roleLevels.values()].flatMap((ids) => [...ids.values()])]);
  const byName = (rows: readonly { id: string; name: string }[]) => new Map(rows.filter(({ id }) => !taken.has(id)).map(({ id, name }) => [nameKey(name), id]));
  const levelsOf = (roleId: string) => byName(levels.filter((level) => level.roleId === roleId));
  return { skills: byName(skills), roles: byName(roles), roleLevels: new Map(roles.map(({ id }) => [id, levelsOf(id)])) };
}
