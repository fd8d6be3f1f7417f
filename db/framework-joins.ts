import { and, eq, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import {
  expectation,
  frameworkAdoption,
  role,
  roleContent,
  roleFamily,
  roleLevel,
  roleLevelContent,
  skill,
  skillContent,
} from './schema/index.ts';

/** An id that is known, or the column of another table that holds it. */
type Id = string | AnyPgColumn;

/**
 * The conditions by which queries join the framework tables, inside one organisation: each names it
 * first. A singular takes the id of the row it finds, a plural the id of what its rows belong to.
 */
export function frameworkJoins(organisationId: string) {
  const own = (tenant: AnyPgColumn, ...keys: [column: AnyPgColumn, id: Id][]): SQL | undefined =>
    and(eq(tenant, organisationId), ...keys.map(([column, id]) => eq(column, id)));
  return {
    roleFamily: (id: Id) => own(roleFamily.organisationId, [roleFamily.id, id]),
    role: (id: Id) => own(role.organisationId, [role.id, id]),
    roleLevel: (id: Id) => own(roleLevel.organisationId, [roleLevel.id, id]),
    roleLevels: (roleId: Id) => own(roleLevel.organisationId, [roleLevel.roleId, roleId]),
    skill: (id: Id) => own(skill.organisationId, [skill.id, id]),
    /** The adopted version of a framework. */
    adoption: (frameworkId: Id) => own(frameworkAdoption.organisationId, [frameworkAdoption.frameworkId, frameworkId]),
    /** There is one where the version is the adopted one of its framework. */
    adoptionOfVersion: (versionId: Id) => own(frameworkAdoption.organisationId, [frameworkAdoption.versionId, versionId]),
    roleContent: (versionId: Id, roleId: Id) =>
      own(roleContent.organisationId, [roleContent.versionId, versionId], [roleContent.roleId, roleId]),
    roleContents: (versionId: Id) => own(roleContent.organisationId, [roleContent.versionId, versionId]),
    roleLevelContent: (versionId: Id, roleLevelId: Id) =>
      own(
        roleLevelContent.organisationId,
        [roleLevelContent.versionId, versionId],
        [roleLevelContent.roleLevelId, roleLevelId],
      ),
    roleLevelContents: (versionId: Id) => own(roleLevelContent.organisationId, [roleLevelContent.versionId, versionId]),
    skillContent: (versionId: Id, skillId: Id) =>
      own(skillContent.organisationId, [skillContent.versionId, versionId], [skillContent.skillId, skillId]),
    skillContents: (versionId: Id) => own(skillContent.organisationId, [skillContent.versionId, versionId]),
    expectations: (versionId: Id) => own(expectation.organisationId, [expectation.versionId, versionId]),
  };
}
