import { and, asc, eq } from 'drizzle-orm';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
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
  const rows = await tx
    .select({
      versionId: roleContent.versionId,
      key: role.key,
      name: roleContent.name,
      familyName: roleFamily.name,
      levelName: roleLevelContent.name,
    })
    .from(frameworkAdoption)
    .innerJoin(
      roleContent,
      and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, frameworkAdoption.versionId)),
    )
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, roleContent.roleId)))
    .leftJoin(roleFamily, and(eq(roleFamily.organisationId, organisationId), eq(roleFamily.id, roleContent.familyId)))
    .leftJoin(roleLevel, and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.roleId, role.id)))
    .leftJoin(
      roleLevelContent,
      and(
        eq(roleLevelContent.organisationId, organisationId),
        eq(roleLevelContent.versionId, roleContent.versionId),
        eq(roleLevelContent.roleLevelId, roleLevel.id),
      ),
    )
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
  return tx
    .select({ versionId: skillContent.versionId, key: skill.key, name: skillContent.name })
    .from(frameworkAdoption)
    .innerJoin(
      skillContent,
      and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, frameworkAdoption.versionId)),
    )
    .innerJoin(skill, and(eq(skill.organisationId, organisationId), eq(skill.id, skillContent.skillId)))
    .where(eq(frameworkAdoption.organisationId, organisationId))
    .orderBy(asc(skillContent.name));
}
