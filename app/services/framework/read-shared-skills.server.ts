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

/** The names are read beside the pairs, not joined to each: a join of six tables is planned badly for a version that is newer than the statistics. */
async function readRoleSkills(tx: Tx, organisationId: string, versionId: string) {
  const joins = frameworkJoins(organisationId);
  const pairs = await tx
    .selectDistinct({ roleId: roleLevel.roleId, skillId: expectation.skillId })
    .from(expectation)
    .innerJoin(roleLevel, joins.roleLevel(expectation.roleLevelId))
    .where(and(eq(expectation.organisationId, organisationId), eq(expectation.versionId, versionId)));
  const roles = await tx
    .select({ id: role.id, key: role.key, name: roleContent.name })
    .from(roleContent)
    .innerJoin(role, joins.role(roleContent.roleId))
    .where(and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, versionId)))
    .orderBy(asc(roleContent.name));
  const skills = await tx
    .select({ id: skill.id, key: skill.key, name: skillContent.name })
    .from(skillContent)
    .innerJoin(skill, joins.skill(skillContent.skillId))
    .where(and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, versionId)))
    .orderBy(asc(skillContent.name));
  const skillIdsOf = new Map<string, Set<string>>();
  for (const { roleId, skillId } of pairs) skillIdsOf.set(roleId, (skillIdsOf.get(roleId) ?? new Set()).add(skillId));
  const entries = new Map<string, { role: Named; skills: Map<string, Named> }>();
  for (const { id, ...named } of roles) {
    const skillIds = skillIdsOf.get(id);
    if (!skillIds) continue;
    entries.set(named.key, { role: named, skills: new Map(skills.filter((one) => skillIds.has(one.id)).map(({ key, name }) => [key, { key, name }])) });
  }
  return entries;
}
