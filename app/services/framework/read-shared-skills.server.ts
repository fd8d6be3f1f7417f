import { and, asc, eq } from 'drizzle-orm';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { expectation, role, roleContent, roleLevel, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readAdoptedVersions, type AdoptedVersion } from './read-adopted-versions.server.ts';

interface Named {
  key: string;
  name: string;
}

export interface SharedSkillsView {
  version: AdoptedVersion;
  /** Every role of the framework that expects a skill, by name. */
  roles: Named[];
  /** Null until one is chosen. */
  chosen: { role: Named; skillCount: number } | null;
  /** The other roles that share a skill with the chosen one: most shared skills first, then by name. */
  others: { role: Named; skills: Named[] }[];
}

/**
 * Which roles share skills with one: two roles share a skill when each expects it of one of its role
 * levels, at whatever level. Of the official framework, or of the one that `frameworkKey` names. Null
 * where none is adopted. Throws 404 for an unknown role or framework, 403 where the viewer may not read the
 * framework.
 */
export async function readSharedSkills(
  context: Context,
  roleKey: string | null,
  frameworkKey: string | null = null,
): Promise<SharedSkillsView | null> {
  authorise(context, 'read-framework');
  const versions = await readAdoptedVersions(context);
  const version = versions.find((adopted) => frameworkKey === null || adopted.frameworkKey === frameworkKey);
  if (!version && frameworkKey !== null) throw notFound();
  if (!version) return null;
  const entries = await context.db.transaction((tx) => readRoleSkills(tx, context.db.organisationId, version.versionId));
  const roles = [...entries.values()].map((entry) => entry.role);
  if (roleKey === null) return { version, roles, chosen: null, others: [] };
  const own = entries.get(roleKey);
  if (!own) throw notFound();
  const others = [...entries.values()]
    .filter((entry) => entry !== own)
    .map((entry) => ({ role: entry.role, skills: [...entry.skills.values()].filter(({ key }) => own.skills.has(key)) }))
    .filter(({ skills }) => skills.length > 0)
    .sort((one, other) => other.skills.length - one.skills.length || compareNames(one.role.name, other.role.name));
  return { version, roles, chosen: { role: own.role, skillCount: own.skills.size }, others };
}

async function readRoleSkills(tx: Tx, organisationId: string, versionId: string) {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .selectDistinct({ roleKey: role.key, roleName: roleContent.name, skillKey: skill.key, skillName: skillContent.name })
    .from(expectation)
    .innerJoin(roleLevel, joins.roleLevel(expectation.roleLevelId))
    .innerJoin(role, joins.role(roleLevel.roleId))
    .innerJoin(roleContent, joins.roleContent(versionId, role.id))
    .innerJoin(skill, joins.skill(expectation.skillId))
    .innerJoin(skillContent, joins.skillContent(versionId, expectation.skillId))
    .where(and(eq(expectation.organisationId, organisationId), eq(expectation.versionId, versionId)))
    .orderBy(asc(roleContent.name), asc(skillContent.name));
  const roles = new Map<string, { role: Named; skills: Map<string, Named> }>();
  for (const { roleKey, roleName, skillKey, skillName } of rows) {
    const entry = roles.get(roleKey) ?? { role: { key: roleKey, name: roleName }, skills: new Map() };
    entry.skills.set(skillKey, { key: skillKey, name: skillName });
    roles.set(roleKey, entry);
  }
  return roles;
}
