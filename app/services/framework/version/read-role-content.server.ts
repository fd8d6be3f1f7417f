import { and, asc, eq } from 'drizzle-orm';
import { compareNames } from '#app/domain/framework/compare-names.ts';
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

/** What one version says of a role. */
export interface RoleContent {
  id: string;
  key: string;
  name: string;
  familyName: string | null;
  description: string | null;
  /** Such as "Senior Civil Service"; null where the release names none. */
  roleType: string | null;
  /** Skills that the release lists for the role without a role level that is to hold them, by name. */
  skillsWithoutLevel: string[];
  /** From the most junior. */
  roleLevels: {
    id: string;
    key: string;
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

/** What the version says of the role with this key; null where it has none. Runs inside the caller's transaction, who has authorised it. */
export async function readRoleContent(
  tx: Tx,
  organisationId: string,
  versionId: string,
  roleKey: string,
): Promise<RoleContent | null> {
  const joins = frameworkJoins(organisationId);
  const [found] = await tx
    .select({
      id: role.id,
      key: role.key,
      name: roleContent.name,
      familyName: roleFamily.name,
      description: roleContent.description,
      roleType: roleContent.roleType,
      skillsWithoutLevel: roleContent.skillsWithoutLevel,
    })
    .from(roleContent)
    .innerJoin(role, joins.role(roleContent.roleId))
    .leftJoin(roleFamily, joins.roleFamily(roleContent.familyId))
    .where(and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, versionId), eq(role.key, roleKey)));
  if (!found) return null;
  const roleLevels = await readLevels(tx, organisationId, versionId, found.id);
  const skills = await readSkills(tx, organisationId, versionId, found.id, roleLevels.map(({ id }) => id));
  return { ...found, roleLevels, skills };
}

function readLevels(tx: Tx, organisationId: string, versionId: string, roleId: string): Promise<RoleContent['roleLevels']> {
  return tx
    .select({
      id: roleLevel.id,
      key: roleLevel.key,
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
  const skills = new Map<string, RoleContent['skills'][number]>();
  for (const { key, name, roleLevelId, expectedLevel } of rows) {
    const entry = skills.get(key) ?? { key, name, expectedLevels: levelIds.map(() => null) };
    entry.expectedLevels[levelIds.indexOf(roleLevelId)] = expectedLevel;
    skills.set(key, entry);
  }
  return [...skills.values()].sort((one, other) => compareNames(one.name, other.name));
}
