import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ExpectationFacts, RoleFacts, ScaleStep, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { readTable } from '#app/domain/framework/reading/tables/read-table.ts';
import { startReport, type ImportReport } from '#app/domain/framework/start-report.ts';
import { readStep } from './read-step.ts';
import { expectationsColumns } from './template-columns.ts';
import type { TemplateSource } from './template-source.ts';

/** What the other tables hold, for what this one names. */
interface Known {
  scale: readonly ScaleStep[];
  roles: readonly RoleFacts[];
  skills: readonly SkillFacts[];
}

/**
 * The roles with what each role level is expected to hold. Refuses, with row and column: a role, role level or skill
 * that its own table does not have, a level outside the scale, one skill expected of one role level at two levels.
 */
export function readExpectationsTable(source: TemplateSource, known: Known): { report: ImportReport; roles: RoleFacts[] } {
  const report = startReport(source.file);
  const roles = new Map(known.roles.map((role) => [nameKey(role.name), role]));
  const skills = new Map(known.skills.map((skill) => [nameKey(skill.name), skill.name]));
  const expected = new Map<string, { expectation: ExpectationFacts; row: number }>();
  for (const { row, cell } of readTable(source.rows, expectationsColumns, report)) {
    const roleName = report.name(cell('role'), row, 'Role');
    const levelName = report.name(cell('roleLevel'), row, 'Role level');
    const skillWord = report.name(cell('skill'), row, 'Skill');
    const word = report.name(cell('expectedLevel'), row, 'Expected level');
    const role = roles.get(nameKey(roleName));
    const skillName = skills.get(nameKey(skillWord));
    const isLevel = role?.roleLevels.some((level) => nameKey(level.name) === nameKey(levelName)) ?? false;
    if (role === undefined) report.refuse(row, 'Role', unknown(row, 'role', roleName, 'the table of roles'));
    else if (!isLevel) report.refuse(row, 'Role level', unknown(row, 'role level', levelName, `the table of roles under "${role.name}"`));
    if (skillName === undefined) report.refuse(row, 'Skill', unknown(row, 'skill', skillWord, 'the table of skills'));
    const expectedLevel = readStep(word, known.scale, { row, column: 'Expected level' }, report);
    if (!isLevel || skillName === undefined || expectedLevel === null) continue;
    const key = keyOf(roleName, levelName, skillName);
    const before = expected.get(key);
    if (before === undefined) expected.set(key, { expectation: { skillName, expectedLevel }, row });
    else if (before.expectation.expectedLevel === expectedLevel) report.notice('duplicate-row', row, `Row ${row} repeats row ${before.row} and is left out.`);
    else report.refuse(row, 'Expected level', `"${levelName}" expects "${skillName}" at level ${before.expectation.expectedLevel} on row ${before.row} and at level ${expectedLevel} on row ${row}. Keep the right one.`);
  }
  const expectationsOf = (roleName: string, levelName: string) =>
    known.skills.flatMap(({ name }) => expected.get(keyOf(roleName, levelName, name))?.expectation ?? []).sort((a, b) => compareNames(a.skillName, b.skillName));
  return {
    report,
    roles: known.roles.map((role) => ({ ...role, roleLevels: role.roleLevels.map((level) => ({ ...level, expectations: expectationsOf(role.name, level.name) })) })),
  };
}

function keyOf(...names: string[]): string {
  return JSON.stringify(names.map(nameKey));
}

function unknown(row: number, what: string, name: string, table: string): string {
  return name === '' ? `Row ${row} names no ${what}.` : `Row ${row} names the ${what} "${name}", which is not in ${table}. Put right its name, or add it there.`;
}
