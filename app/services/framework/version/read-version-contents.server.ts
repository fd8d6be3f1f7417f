import { and, asc, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { role, roleContent, roleFamily, roleLevel, roleLevelContent, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type KnownVersion, readVersion } from './read-version.server.ts';

export interface VersionContents {
  version: KnownVersion;
  /** By name. */
  roles: {
    key: string;
    name: string;
    familyName: string | null;
    /** Names, from the most junior. */
    roleLevels: string[];
    /** True where the organisation added it to the release. */
    isOwn: boolean;
  }[];
  /** By name. */
  skills: { key: string; name: string; isOwn: boolean }[];
}

/** The roles and skills of one version, whatever became of it. Throws 404 for an unknown one, 403 where the viewer may not read the framework. */
export async function readVersionContents(context: Context, versionId: string): Promise<VersionContents> {
  authorise(context, 'read-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const version = await readVersion(tx, organisationId, versionId);
    const released = version.baseVersionId === null ? null : await readKeys(tx, organisationId, version.baseVersionId);
    const roles = await readRoles(tx, organisationId, versionId);
    const skills = await readSkills(tx, organisationId, versionId);
    return {
      version,
      roles: roles.map((entry) => ({ ...entry, isOwn: released !== null && !released.roles.has(entry.key) })),
      skills: skills.map((entry) => ({ ...entry, isOwn: released !== null && !released.skills.has(entry.key) })),
    };
  });
}

async function readKeys(tx: Tx, organisationId: string, versionId: string) {
  const roles = await readRoles(tx, organisationId, versionId);
  const skills = await readSkills(tx, organisationId, versionId);
  return { roles: new Set(roles.map(({ key }) => key)), skills: new Set(skills.map(({ key }) => key)) };
}

function readSkills(tx: Tx, organisationId: string, versionId: string) {
  return tx
    .select({ key: skill.key, name: skillContent.name })
    .from(skillContent)
    .innerJoin(skill, frameworkJoins(organisationId).skill(skillContent.skillId))
    .where(and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, versionId)))
    .orderBy(asc(skillContent.name));
}

async function readRoles(tx: Tx, organisationId: string, versionId: string) {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({ key: role.key, name: roleContent.name, familyName: roleFamily.name, levelName: roleLevelContent.name })
    .from(roleContent)
    .innerJoin(role, joins.role(roleContent.roleId))
    .leftJoin(roleFamily, joins.roleFamily(roleContent.familyId))
    .leftJoin(roleLevel, joins.roleLevels(role.id))
    .leftJoin(roleLevelContent, joins.roleLevelContent(versionId, roleLevel.id))
    .where(and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, versionId)))
    .orderBy(asc(roleContent.name), asc(role.id), asc(roleLevelContent.seniority));
  const roles = new Map<string, { key: string; name: string; familyName: string | null; roleLevels: string[] }>();
  for (const { levelName, ...row } of rows) {
    const entry = roles.get(row.key) ?? { ...row, roleLevels: [] };
    roles.set(row.key, entry);
    if (levelName !== null) entry.roleLevels.push(levelName);
  }
  return [...roles.values()];
}
