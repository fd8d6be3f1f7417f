import type { FrameworkFacts, RoleFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { rolesCsvColumns } from '#app/domain/framework/reading/tables/csv-columns.ts';
import { noRoleFamily, notInUse } from '#app/domain/framework/reading/tables/official-words.ts';
import { compareCells } from './compare-cells.ts';
import { levelCell } from './level-cell.ts';

/**
 * The version as the "Role content" download writes it: its header, then one row for each role, role level and expected
 * skill, in its order. A role without role levels has a row for each skill that is listed for it. The form has no place
 * for grades and the order of seniority, nor for a role or role level that names no skill.
 */
export function rolesCsvRows(facts: FrameworkFacts): string[][] {
  const skills = new Map(facts.skills.map((skill) => [nameKey(skill.name), skill]));
  const steps = new Map(facts.scale.map(({ ordinal, name }) => [ordinal, name]));
  const rows = facts.roles.flatMap((role) => [
    ...role.roleLevels.flatMap((level) =>
      level.expectations.map(({ skillName, expectedLevel }) => {
        const skill = skills.get(nameKey(skillName));
        const cell = levelCell(skill?.levels.find(({ ordinal }) => ordinal === expectedLevel));
        return rowOf(role, [level.name, level.description ?? ''], skillName, skill, [steps.get(expectedLevel) ?? '', cell]);
      }),
    ),
    ...(role.skillsWithoutLevel ?? []).map((skillName) =>
      rowOf(role, [notInUse, notInUse], skillName, skills.get(nameKey(skillName)), [notInUse, notInUse]),
    ),
  ]);
  const places = ['family', 'role', 'roleLevel', 'skill'].map((key) => rolesCsvColumns.findIndex((column) => column.key === key));
  const placeOf = (row: readonly string[]) => places.map((place) => row[place] ?? '');
  return [rolesCsvColumns.map(({ header }) => header), ...rows.sort((one, other) => compareCells(placeOf(one), placeOf(other)))];
}

function rowOf(role: RoleFacts, level: [string, string], skillName: string, skill: SkillFacts | undefined, expected: [string, string]): string[] {
  const ofSkill = [skillName, skill?.description ?? skill?.noDescription ?? ''];
  return [role.familyName ?? noRoleFamily, role.name, role.description ?? '', ...level, ...ofSkill, ...expected, role.roleType ?? ''];
}
