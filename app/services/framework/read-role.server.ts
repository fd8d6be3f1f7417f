import { and, asc, eq } from 'drizzle-orm';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  expectation,
  role,
  roleContent,
  roleFamily,
  roleLevel,
  roleLevelContent,
  skill,
  skillContent,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { isFrameworkKey } from './is-framework-key.server.ts';
import { readAdoptedVersions, type AdoptedVersion } from './read-adopted-versions.server.ts';

export interface RoleView {
  version: AdoptedVersion;
  key: string;
  name: string;
  familyName: string | null;
  description: string | null;
  /** From the most junior. */
  roleLevels: {
    id: string;
    name: string;
    description: string | null;
    /** Null where no source gives them. */
    grades: string[] | null;
    /** False where no source states its place in the order. */
    isPlaceStated: boolean;
  }[];
  /** By name; one expected level for each role level, null where the skill is not expected of it. */
  skills: { key: string; name: string; expectedLevels: (number | null)[] }[];
}

/**
 * A role of an adopted framework with its role levels side by side. Where two frameworks have a role
 * of this key, `frameworkKey` says which; without it the official one comes first. Throws 404 for any
 * other key, 403 where the viewer may not read the framework.
 */
export async function readRole(context: Context, roleKey: string, frameworkKey: string | null = null): Promise<RoleView> {
  authorise(context, 'read-framework');
  if (!isFrameworkKey(roleKey)) throw notFound();
  const organisationId = context.db.organisationId;
  const versions = (await readAdoptedVersions(context)).filter(
    (version) => frameworkKey === null || version.frameworkKey === frameworkKey,
  );
  return context.db.transaction(async (tx) => {
    for (const version of versions) {
      const found = await findRole(tx, organisationId, version.versionId, roleKey);
      if (!found) continue;
      const { roleId, ...content } = found;
      const roleLevels = await readLevels(tx, organisationId, version.versionId, roleId);
      const skills = await readSkills(tx, organisationId, version.versionId, roleId, roleLevels.map(({ id }) => id));
      return { version, ...content, roleLevels, skills };
    }
    throw notFound();
  });
}

async function findRole(tx: Tx, organisationId: string, versionId: string, roleKey: string) {
  const joins = frameworkJoins(organisationId);
  const [found] = await tx
    .select({
      roleId: role.id,
      key: role.key,
      name: roleContent.name,
      familyName: roleFamily.name,
      description: roleContent.description,
    })
    .from(roleContent)
    .innerJoin(role, joins.role(roleContent.roleId))
    .leftJoin(roleFamily, joins.roleFamily(roleContent.familyId))
    .where(and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, versionId), eq(role.key, roleKey)));
  return found;
}

function readLevels(tx: Tx, organisationId: string, versionId: string, roleId: string): Promise<RoleView['roleLevels']> {
  return tx
    .select({
      id: roleLevel.id,
      name: roleLevelContent.name,
      description: roleLevelContent.description,
      grades: roleLevelContent.grades,
      isPlaceStated: roleLevelContent.seniorityStated,
    })
    .from(roleLevel)
    .innerJoin(roleLevelContent, frameworkJoins(organisationId).roleLevelContent(versionId, roleLevel.id))
    .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.roleId, roleId)))
    .orderBy(asc(roleLevelContent.seniority));
}

async function readSkills(tx: Tx, organisationId: string, versionId: string, roleId: string, levelIds: string[]) {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({
      roleLevelId: expectation.roleLevelId,
      expectedLevel: expectation.expectedLevel,
      key: skill.key,
      name: skillContent.name,
    })
    .from(roleLevel)
    .innerJoin(
      expectation,
      and(
        eq(expectation.organisationId, organisationId),
        eq(expectation.versionId, versionId),
        eq(expectation.roleLevelId, roleLevel.id),
      ),
    )
    .innerJoin(skill, joins.skill(expectation.skillId))
    .innerJoin(skillContent, joins.skillContent(versionId, expectation.skillId))
    .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.roleId, roleId)));
  const skills = new Map<string, RoleView['skills'][number]>();
  for (const { key, name, roleLevelId, expectedLevel } of rows) {
    const entry = skills.get(key) ?? { key, name, expectedLevels: levelIds.map(() => null) };
    entry.expectedLevels[levelIds.indexOf(roleLevelId)] = expectedLevel;
    skills.set(key, entry);
  }
  return [...skills.values()].sort((one, other) => compareNames(one.name, other.name));
}
