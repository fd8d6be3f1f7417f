import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ImportReading } from '#app/domain/framework/framework-facts.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { gatherSkills } from '#app/domain/framework/reading/gather-skills.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import { rolesCsvColumns } from './csv-columns.ts';
import { gatherRoles } from './gather-roles.ts';
import { noticeCleanedWording } from './notice-cleaned-wording.ts';
import { readRolesCsvLine } from './read-roles-csv-line.ts';
import type { RolesCsvLine } from './read-roles-csv-line.ts';
import { readTable } from './read-table.ts';

/**
 * What the "Role content" download says: families, roles, role levels with their expected levels, and the wording
 * of the skill levels that occur. `rows` are its records, the header first. The file carries neither seniority nor
 * grades, so both are null. Refuses a file that lost its structure, with row and column; throws nothing.
 */
export function readRolesCsv(rows: readonly (readonly string[])[], file: string): ImportReading {
  const report = startReport(file);
  const seen = new Map<string, number>();
  const lines: RolesCsvLine[] = [];
  for (const record of readTable(rows, rolesCsvColumns, report)) {
    const before = seen.get(record.whole);
    if (before !== undefined) {
      report.notice('duplicate-row', record.row, `Row ${record.row} repeats row ${before} exactly and is left out.`);
      continue;
    }
    seen.set(record.whole, record.row);
    const line = readRolesCsvLine(record, report);
    if (line === null) continue;
    noticeCleanedWording(record.cell('roleDescription'), line.role, line.row, report);
    noticeCleanedWording(record.cell('roleLevelDescription'), line.roleLevel ?? line.role, line.row, report);
    noticeCleanedWording(record.cell('skillDescription'), line.skill, line.row, report);
    noticeCleanedWording(record.cell('skillLevelDescription'), line.skill, line.row, report);
    lines.push(line);
  }
  const roles = gatherRoles(lines, report);
  const skills = gatherSkills(
    lines.map((line) => ({ ...line, description: line.skillDescription, ordinal: line.expectedLevel })),
    'roles-csv',
    null,
    report,
  );
  if (report.refused) return { ok: false, refusals: report.refusals() };
  const families = new Map(lines.flatMap(({ family }) => (family === null ? [] : [[nameKey(family), family] as const])).reverse());
  return {
    ok: true,
    kind: 'roles-csv',
    notices: report.notices,
    facts: { scale: officialScale.map((step) => ({ ...step })), families: [...families.values()].sort(compareNames), roles, skills },
  };
}
