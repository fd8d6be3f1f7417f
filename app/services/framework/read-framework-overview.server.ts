import { asc, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { within } from '#app/platform/within.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  expectation,
  frameworkAdoption,
  role,
  roleContent,
  roleFamily,
  roleLevel,
  roleLevelContent,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type AdoptedVersion, readAdoptedVersions } from './read-adopted-versions.server.ts';
import { type AssessableSkill, readAssessableSkills } from './read-assessable-skills.server.ts';

export interface OverviewRoleLevel {
  id: string;
  key: string;
  name: string;
  /** 1 is the most junior role level of the role. */
  seniority: number;
  /** Civil service grades; null where no source gives them. */
  grades: string[] | null;
  /** By skill name. `expectedLevel` is 1 up to the number of steps of the scale. */
  expectations: { skill: AssessableSkill; expectedLevel: number }[];
}

export interface OverviewRole {
  id: string;
  key: string;
  name: string;
  family: string | null;
  /** The most junior first. */
  roleLevels: OverviewRoleLevel[];
}

export interface FrameworkOverview extends AdoptedVersion {
  /** By name. */
  skills: AssessableSkill[];
  /** By name. */
  roles: OverviewRole[];
}

/**
 * All that the adopted framework versions expect of whom, without the wording: scales, skills, roles,
 * role levels, grades and expected levels. Throws 403 where the viewer may not read the framework.
 */
export async function readFrameworkOverview(context: Context): Promise<FrameworkOverview[]> {
  authorise(context, 'read-framework');
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const versions = await readAdoptedVersions(inside);
    const skills = await readAssessableSkills(inside);
    const roles = await readRoles(tx, context.db.organisationId, skills);
    return versions.map((version) => ({
      ...version,
      skills: [...skills.values()].filter((skill) => skill.versionId === version.versionId),
      roles: roles.get(version.versionId) ?? [],
    }));
  });
}

/** The roles of every adopted version, by the id of the version. */
async function readRoles(
  tx: Tx,
  organisationId: string,
  skills: ReadonlyMap<string, AssessableSkill>,
): Promise<Map<string, OverviewRole[]>> {
  const rows = await readRoleLevels(tx, organisationId);
  const expected = await readExpectations(tx, organisationId, skills);
  const roles = new Map<string, OverviewRole>();
  const byVersion = new Map<string, OverviewRole[]>();
  for (const { versionId, roleId, roleKey, roleName, family, id, ...level } of rows) {
    let entry = roles.get(roleId);
    if (!entry) {
      entry = { id: roleId, key: roleKey, name: roleName, family, roleLevels: [] };
      roles.set(roleId, entry);
      byVersion.set(versionId, [...(byVersion.get(versionId) ?? []), entry]);
    }
    entry.roleLevels.push({ id, ...level, expectations: expected.get(id) ?? [] });
  }
  return byVersion;
}

function readRoleLevels(tx: Tx, organisationId: string) {
  const joins = frameworkJoins(organisationId);
  return tx
    .select({
      versionId: frameworkAdoption.versionId,
      roleId: role.id,
      roleKey: role.key,
      roleName: roleContent.name,
      family: roleFamily.name,
      id: roleLevel.id,
      key: roleLevel.key,
      name: roleLevelContent.name,
      seniority: roleLevelContent.seniority,
      grades: roleLevelContent.grades,
    })
    .from(frameworkAdoption)
    .innerJoin(roleLevelContent, joins.roleLevelContents(frameworkAdoption.versionId))
    .innerJoin(roleLevel, joins.roleLevel(roleLevelContent.roleLevelId))
    .innerJoin(role, joins.role(roleLevel.roleId))
    .innerJoin(roleContent, joins.roleContent(frameworkAdoption.versionId, role.id))
    .leftJoin(roleFamily, joins.roleFamily(roleContent.familyId))
    .where(eq(frameworkAdoption.organisationId, organisationId))
    .orderBy(asc(roleContent.name), asc(role.id), asc(roleLevelContent.seniority), asc(roleLevelContent.name));
}

/** What each role level is expected to hold, by the id of the role level; skills in the order of `skills`. */
async function readExpectations(tx: Tx, organisationId: string, skills: ReadonlyMap<string, AssessableSkill>) {
  const rows = await tx
    .select({
      roleLevelId: expectation.roleLevelId,
      skillId: expectation.skillId,
      expectedLevel: expectation.expectedLevel,
    })
    .from(frameworkAdoption)
    .innerJoin(expectation, frameworkJoins(organisationId).expectations(frameworkAdoption.versionId))
    .where(eq(frameworkAdoption.organisationId, organisationId));
  const place = new Map([...skills.keys()].map((id, index) => [id, index]));
  rows.sort((one, other) => (place.get(one.skillId) ?? 0) - (place.get(other.skillId) ?? 0));
  const byRoleLevel = new Map<string, OverviewRoleLevel['expectations']>();
  for (const { roleLevelId, skillId, expectedLevel } of rows) {
    const known = skills.get(skillId);
    if (!known) continue;
    const expectations = byRoleLevel.get(roleLevelId) ?? [];
    expectations.push({ skill: known, expectedLevel });
    byRoleLevel.set(roleLevelId, expectations);
  }
  return byRoleLevel;
}
