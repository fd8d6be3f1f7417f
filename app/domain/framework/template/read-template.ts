import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ImportReading, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { readExpectationsTable } from './read-expectations-table.ts';
import { readRolesTable } from './read-roles-table.ts';
import { readScaleTable } from './read-scale-table.ts';
import { readSkillsTable } from './read-skills-table.ts';
import { templateTableNames } from './template-columns.ts';
import type { TemplateSource } from './template-source.ts';

/**
 * What the four tables of an own framework say together: sheets of one workbook, or files of one upload. Refuses a
 * table that is missing or stands twice, and whatever a table has wrong, by file or sheet, row and column.
 */
export function readTemplate(sources: readonly TemplateSource[]): ImportReading {
  const incomplete = checkSet(sources);
  const [scaleSource, rolesSource, skillsSource, expectationsSource] = templateTableNames.map((table) => sources.find((source) => source.table === table));
  if (incomplete.length > 0 || !scaleSource || !rolesSource || !skillsSource || !expectationsSource) return { ok: false, refusals: incomplete };
  const { scale, frameworkName, report: scaleReport } = readScaleTable(scaleSource);
  const roleTable = readRolesTable(rolesSource);
  const skillTable = readSkillsTable(skillsSource, scaleReport.refused ? [] : scale);
  const { skills } = skillTable;
  const reports = [scaleReport, roleTable.report, skillTable.report];
  // What names things of tables that are refused themselves would be refused once more for each of its rows.
  const isSound = reports.every((report) => !report.refused);
  const expectations = isSound ? readExpectationsTable(expectationsSource, { scale, roles: roleTable.roles, skills }) : null;
  if (expectations) reports.push(expectations.report);
  if (expectations === null || expectations.report.refused) return { ok: false, refusals: reports.flatMap((report) => report.refusals()) };
  const families = new Map(roleTable.roles.flatMap(({ familyName }) => (familyName === null ? [] : [[nameKey(familyName), familyName] as const])).reverse());
  const roles = expectations.roles.map((role) => ({ ...role, familyName: role.familyName === null ? null : (families.get(nameKey(role.familyName)) ?? null) }));
  return {
    ok: true,
    kind: 'own-framework',
    frameworkName,
    notices: reports.flatMap((report) => report.notices),
    facts: { scale, families: [...families.values()].sort(compareNames), roles, skills },
  };
}

function checkSet(sources: readonly TemplateSource[]): ImportRefusal[] {
  const [first] = sources;
  return templateTableNames.flatMap((table): ImportRefusal[] => {
    const given = sources.filter((source) => source.table === table);
    const also = given[1];
    if (also) return [{ file: also.file, row: null, column: null, message: `${also.file} is a second table of ${table} beside ${given[0]?.file}. Hand over one framework at a time.` }];
    if (given.length === 1) return [];
    const there = sources.map((source) => `${source.table} (${source.file})`).join(', ');
    return [{ file: first?.file ?? '', row: null, column: null, message: `The table of ${table} is missing. A framework of your own is four tables: ${templateTableNames.join(', ')}. Here: ${there}. Hand them over together.` }];
  });
}
