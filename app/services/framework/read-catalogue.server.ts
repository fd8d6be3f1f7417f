import { asc, eq } from 'drizzle-orm';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  frameworkAdoption,
  role,
  roleContent,
  roleFamily,
  roleLevel,
  roleLevelContent,
  skill,
  skillContent,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readAdoptedVersions, type AdoptedVersion } from './read-adopted-versions.server.ts';

export interface CatalogueRole {
  key: string;
  name: string;
  familyName: string | null;
  /** Names, from the most junior. */
  roleLevels: string[];
}

/** One adopted framework, or what a search leaves of it. */
export interface CatalogueFramework extends Pick<AdoptedVersion, 'frameworkKey' | 'frameworkName' | 'kind' | 'label'> {
  roles: CatalogueRole[];
  skills: { key: string; name: string }[];
}

/**
 * The adopted frameworks with their roles and skills by name. With a search, only roles whose name,
 * family or role level holds the words, and skills whose name does; letter case does not count.
 * Throws 403 where the viewer may not read the framework.
 */
export async function readCatalogue(context: Context, search: string): Promise<CatalogueFramework[]> {
  authorise(context, 'read-framework');
  const organisationId = context.db.organisationId;
  const versions = await readAdoptedVersions(context);
  const wanted = nameKey(search);
  const holds = (name: string | null) => name !== null && nameKey(name).includes(wanted);
  return context.db.transaction(async (tx) => {
    const roles = await readRoles(tx, organisationId);
    const skills = await readSkills(tx, organisationId);
    return versions.map(({ versionId, frameworkKey, frameworkName, kind, label }) => ({
      frameworkKey,
      frameworkName,
      kind,
      label,
      roles: (roles.get(versionId) ?? []).filter((entry) => [entry.name, entry.familyName, ...entry.roleLevels].some(holds)),
      skills: skills.filter((entry) => entry.versionId === versionId && holds(entry.name)).map(({ key, name }) => ({ key, name })),
    }));
  });
}

async function readRoles(tx: Tx, organisationId: string): Promise<Map<string, CatalogueRole[]>> {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({
      versionId: roleContent.versionId,
      key: role.key,
      name: roleContent.name,
      familyName: roleFamily.name,
      levelName: roleLevelContent.name,
    })
    .from(frameworkAdoption)
    .innerJoin(roleContent, joins.roleContents(frameworkAdoption.versionId))
    .innerJoin(role, joins.role(roleContent.roleId))
    .leftJoin(roleFamily, joins.roleFamily(roleContent.familyId))
    .leftJoin(roleLevel, joins.roleLevels(role.id))
    .leftJoin(roleLevelContent, joins.roleLevelContent(roleContent.versionId, roleLevel.id))
    .where(eq(frameworkAdoption.organisationId, organisationId))
    .orderBy(asc(roleContent.name), asc(role.id), asc(roleLevelContent.seniority));
  const versions = new Map<string, Map<string, CatalogueRole>>();
  for (const { versionId, levelName, ...row } of rows) {
    const roles = versions.get(versionId) ?? new Map<string, CatalogueRole>();
    versions.set(versionId, roles);
    const entry = roles.get(row.key) ?? { ...row, roleLevels: [] };
    roles.set(row.key, entry);
    if (levelName !== null) entry.roleLevels.push(levelName);
  }
  return new Map([...versions].map(([versionId, roles]) => [versionId, [...roles.values()]]));
}

function readSkills(tx: Tx, organisationId: string) {
  const joins = frameworkJoins(organisationId);
  return tx
    .select({ versionId: skillContent.versionId, key: skill.key, name: skillContent.name })
    .from(frameworkAdoption)
    .innerJoin(skillContent, joins.skillContents(frameworkAdoption.versionId))
    .innerJoin(skill, joins.skill(skillContent.skillId))
    .where(eq(frameworkAdoption.organisationId, organisationId))
    .orderBy(asc(skillContent.name));
}
