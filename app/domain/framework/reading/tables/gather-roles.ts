import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { RoleFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { noRoleFamily } from './official-words.ts';
import type { RolesCsvLine } from './read-roles-csv-line.ts';

interface OpenLevel {
  name: string;
  description: string | null;
  expected: Map<string, { skill: string; expectedLevel: number; row: number }>;
}
interface OpenRole {
  family: string | null;
  row: number;
  name: string;
  description: string | null;
  levels: Map<string, OpenLevel>;
  roleType: string | null;
  withoutLevel: Map<string, string>;
}

/**
 * Gathers the records of roles.csv into roles, alphabetical. Refuses a role that stands in two families and a role
 * level that expects one skill at two levels; notices a role whose level is the literal "NOT IN USE".
 */
export function gatherRoles(lines: readonly RolesCsvLine[], report: ImportReport): RoleFacts[] {
  const roles = new Map<string, OpenRole>();
  for (const line of lines) {
    const key = nameKey(line.role);
    const role = roles.get(key) ?? { family: line.family, row: line.row, name: line.role, description: null, roleType: null, levels: new Map(), withoutLevel: new Map() };
    roles.set(key, role);
    if (nameKey(role.family ?? '') !== nameKey(line.family ?? '')) {
      report.refuse(line.row, 'Role Family', `"${line.role}" stands in "${line.family ?? noRoleFamily}" on row ${line.row} and in "${role.family ?? noRoleFamily}" on row ${role.row}. A role belongs to one family.`);
    }
    role.description ??= line.roleDescription;
    role.roleType ||= line.roleType;
    if (line.roleLevel === null) role.withoutLevel.set(nameKey(line.skill), line.skill);
    else addExpectation(role, line, line.roleLevel, report);
  }
  for (const role of roles.values()) {
    if (role.withoutLevel.size > 0) {
      report.notice('no-such-level', role.row, `"${role.name}" has rows whose role level is NOT IN USE: that is no role level, and their ${role.withoutLevel.size} skills are expected of nobody.`);
    }
  }
  return [...roles.values()].map(closeRole).sort((a, b) => compareNames(a.name, b.name));
}

function addExpectation(role: OpenRole, line: RolesCsvLine, roleLevel: string, report: ImportReport): void {
  const key = nameKey(roleLevel);
  const level = role.levels.get(key) ?? { name: roleLevel, description: null, expected: new Map() };
  role.levels.set(key, level);
  level.description ??= line.roleLevelDescription;
  if (line.expectedLevel === null) {
    report.notice('no-such-level', line.row, `"${roleLevel}" names "${line.skill}" with the level NOT IN USE: it is not expected.`);
    return;
  }
  const known = level.expected.get(nameKey(line.skill));
  if (known === undefined) {
    level.expected.set(nameKey(line.skill), { skill: line.skill, expectedLevel: line.expectedLevel, row: line.row });
  } else if (known.expectedLevel !== line.expectedLevel) {
    report.refuse(line.row, 'Skill Level', `"${roleLevel}" expects "${line.skill}" at ${stepName(line.expectedLevel)} on row ${line.row} and at ${stepName(known.expectedLevel)} on row ${known.row}. Keep the right one.`);
  }
}

function stepName(ordinal: number): string {
  return officialScale[ordinal - 1]?.name ?? String(ordinal);
}

function closeRole(role: OpenRole): RoleFacts {
  const roleLevels = [...role.levels.values()].map(
    (level): RoleLevelFacts => ({
      name: level.name,
      description: level.description,
      seniority: null,
      grades: null,
      expectations: [...level.expected.values()]
        .map(({ skill, expectedLevel }) => ({ skillName: skill, expectedLevel }))
        .sort((a, b) => compareNames(a.skillName, b.skillName)),
    }),
  );
  return {
    familyName: role.family,
    name: role.name,
    description: role.description,
    roleLevels: roleLevels.sort((a, b) => compareNames(a.name, b.name)),
    // A file without the column says nothing of it, so what was known stays.
    ...(role.roleType !== null && { roleType: role.roleType || null }),
    skillsWithoutLevel: [...role.withoutLevel.values()].sort(compareNames),
  };
}
