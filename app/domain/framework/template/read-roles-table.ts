import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { RoleFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { readTable, type TableRecord } from '#app/domain/framework/reading/tables/read-table.ts';
import { startReport, type ImportReport } from '#app/domain/framework/start-report.ts';
import { rolesColumns, type RolesKey } from './template-columns.ts';
import { templateLimits } from './template-limits.ts';
import type { TemplateSource } from './template-source.ts';

interface OpenRole {
  name: string;
  row: number;
  family: string | null;
  description: string | null;
  levels: Map<string, { level: RoleLevelFacts; row: number }>;
}

/**
 * The roles, each with its role levels and no expectations yet. The order counts from 1, the most junior; where no
 * role level of a role has one, it is left open. Refuses, with row and column: a nameless role, a role level that
 * stands twice, a role told in two ways, an order that is no number, stands twice or is missing for some.
 */
export function readRolesTable(source: TemplateSource): { report: ImportReport; roles: RoleFacts[] } {
  const report = startReport(source.file);
  const roles = new Map<string, OpenRole>();
  const seen = new Map<string, number>();
  for (const record of readTable(source.rows, rolesColumns, report)) {
    const before = seen.get(record.whole);
    if (before === undefined) readRecord(record, roles, report);
    else report.notice('duplicate-row', record.row, `Row ${record.row} repeats row ${before} exactly and is left out.`);
    seen.set(record.whole, before ?? record.row);
  }
  for (const role of roles.values()) checkOrder(role, report);
  return { report, roles: [...roles.values()].map(closeRole).sort((a, b) => compareNames(a.name, b.name)) };
}

function readRecord({ row, cell }: TableRecord<RolesKey>, roles: Map<string, OpenRole>, report: ImportReport): void {
  const name = report.name(cell('role'), row, 'Role');
  if (name === '') return report.refuse(row, 'Role', `Row ${row} has no role. Write its name in every row of it.`);
  const role = roles.get(nameKey(name)) ?? { name, row, family: null, description: null, levels: new Map() };
  roles.set(nameKey(name), role);
  const family = report.name(cell('family'), row, 'Role family');
  if (family !== '' && role.family !== null && nameKey(family) !== nameKey(role.family)) {
    report.refuse(row, 'Role family', `"${name}" stands in "${family}" on row ${row} and in "${role.family}" above it. A role belongs to one family.`);
  }
  role.family ??= family === '' ? null : family;
  const description = describe(cell('roleDescription'), row, 'Role description', report);
  if (description !== null && role.description !== null && description !== role.description) {
    report.refuse(row, 'Role description', `"${name}" is described otherwise on row ${row} than above it. Keep one description; the other rows may leave it empty.`);
  }
  role.description ??= description;
  addLevel(role, row, cell, report);
}

function addLevel(role: OpenRole, row: number, cell: (key: RolesKey) => string, report: ImportReport): void {
  const name = report.name(cell('roleLevel'), row, 'Role level');
  const [order, grades] = [cell('order').trim(), readGradeList(cell('grades'), row, report)];
  const description = describe(cell('roleLevelDescription'), row, 'Role level description', report);
  if (name === '') {
    if (order !== '' || grades !== null || description !== null) report.refuse(row, 'Role level', `Row ${row} has no role level, and says more than the role. Write the name of the role level there.`);
    return;
  }
  const before = role.levels.get(nameKey(name));
  if (before) return report.refuse(row, 'Role level', `"${name}" of "${role.name}" stands on row ${before.row} and again, otherwise, on row ${row}. Keep the right one.`);
  if (order !== '' && !/^[1-9]\d?$/.test(order)) report.refuse(row, 'Order', `Row ${row} has the order "${order.slice(0, 40)}". It is a whole number, 1 for the most junior role level of the role.`);
  role.levels.set(nameKey(name), { row, level: { name, description, seniority: order === '' ? null : Number(order), grades, expectations: [] } });
}

function checkOrder(role: OpenRole, report: ImportReport): void {
  const levels = [...role.levels.values()];
  const places = new Map<number, number>();
  const isOrdered = levels.some(({ level }) => level.seniority !== null);
  for (const { level, row } of levels) {
    if (level.seniority === null) {
      if (isOrdered) report.refuse(row, 'Order', `Row ${row} gives "${level.name}" no order, and other role levels of "${role.name}" have one. Number all of them, or none.`);
      continue;
    }
    const other = places.get(level.seniority);
    if (other !== undefined) report.refuse(row, 'Order', `Row ${row} gives "${level.name}" the order ${level.seniority}, as row ${other} does for another role level of "${role.name}". Number them 1, 2, 3.`);
    places.set(level.seniority, other ?? row);
  }
}

function closeRole({ name, family, description, levels }: OpenRole): RoleFacts {
  const sorted = [...levels.values()].map(({ level }) => level).sort((a, b) => (a.seniority ?? 0) - (b.seniority ?? 0) || compareNames(a.name, b.name));
  return { familyName: family, name, description, roleLevels: sorted.map((level, index) => ({ ...level, seniority: level.seniority === null ? null : index + 1 })) };
}

/** Parted by commas or semicolons; null where the cell is empty. */
function readGradeList(cell: string, row: number, report: ImportReport): string[] | null {
  const grades = [...new Set(cell.split(/[,;\n]/).map(cleanName).filter((grade) => grade !== ''))];
  const long = grades.find((grade) => grade.length > templateLimits.gradeLength);
  if (long !== undefined) report.refuse(row, 'Grades', `Row ${row} has the grade "${long.slice(0, 40)}" of ${long.length} characters; at most ${templateLimits.gradeLength} are read. Part grades by commas.`);
  if (grades.length > templateLimits.grades) report.refuse(row, 'Grades', `Row ${row} has ${grades.length} grades; at most ${templateLimits.grades} are read.`);
  return grades.length === 0 ? null : grades;
}

function describe(cell: string, row: number, column: string, report: ImportReport): string | null {
  const text = cleanText(cell);
  if (text.length > templateLimits.descriptionLength) report.refuse(row, column, `Row ${row} has a description of ${text.length} characters; at most ${templateLimits.descriptionLength} are read.`);
  return text === '' ? null : text;
}
