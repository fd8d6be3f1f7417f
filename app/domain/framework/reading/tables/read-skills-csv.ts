import { cleanText } from '#app/domain/framework/clean-text.ts';
import { writtenAs } from '#app/domain/framework/export/written-as.ts';
import type { ImportReading } from '#app/domain/framework/framework-facts.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { gatherSkills } from '#app/domain/framework/reading/gather-skills.ts';
import type { SkillMention } from '#app/domain/framework/reading/gather-skills.ts';
import { isUndefinedWording } from '#app/domain/framework/reading/is-undefined-wording.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { skillsCsvColumns } from './csv-columns.ts';
import type { SkillsCsvKey } from './csv-columns.ts';
import { noticeCleanedWording } from './notice-cleaned-wording.ts';
import { readTable } from './read-table.ts';
import type { TableRecord } from './read-table.ts';
import { splitStatements } from './split-statements.ts';

const levelKeys = ['awareness', 'working', 'practitioner', 'expert'] as const;

/**
 * What the "Skill description content" download says: each skill with its description and the statements of its four
 * levels, or that a level is not defined. Skills whose four cells are all empty have no levels. The column of roles
 * is kept as it stands and says nothing that counts: roles.csv says what is expected. Refuses, with row and column: no skill name, a skill told twice in two ways,
 * no wording in the whole file. Throws nothing.
 */
export function readSkillsCsv(rows: readonly (readonly string[])[], file: string): ImportReading {
  const report = startReport(file);
  const seen = new Map<string, TableRecord<SkillsCsvKey>>();
  const mentions: SkillMention[] = [];
  for (const record of readTable(rows, skillsCsvColumns, report)) {
    const skill = report.name(record.cell('skill'), record.row, 'Skill Name');
    if (skill === '') {
      report.refuse(record.row, 'Skill Name', `Row ${record.row} has no skill name. The file lost its structure there.`);
      continue;
    }
    const before = seen.get(nameKey(skill));
    if (before === undefined) {
      seen.set(nameKey(skill), record);
      mentions.push(...mentionsOf(record, skill, report));
    } else if (before.whole === record.whole) {
      report.notice('duplicate-row', record.row, `Row ${record.row} repeats row ${before.row} exactly and is left out.`);
    } else {
      report.refuse(record.row, 'Skill Name', `"${skill}" stands on row ${before.row} and again, with other wording, on row ${record.row}. Keep the right one.`);
    }
  }
  if (!report.refused && mentions.every((mention) => mention.ordinal === null)) {
    report.refuse(2, 'Awareness', 'No skill has a word under Awareness, Working, Practitioner or Expert. The file lost its level descriptions.');
  }
  if (report.refused) return { ok: false, refusals: report.refusals() };
  const skills = gatherSkills(mentions, 'skills-csv', null, report);
  return {
    ok: true,
    kind: 'skills-csv',
    notices: report.notices,
    facts: { scale: officialScale.map((step) => ({ ...step })), families: [], roles: [], skills },
  };
}

function mentionsOf(record: TableRecord<SkillsCsvKey>, skill: string, report: ImportReport): SkillMention[] {
  const { row } = record;
  const description = cleanText(record.cell('skillDescription')) || null;
  noticeCleanedWording(record.cell('skillDescription'), skill, row, report);
  if (description === null) report.notice('missing-description', row, `"${skill}" has no description.`);
  const requiredBy = record.has('roles') ? { requiredBy: cleanText(record.cell('roles')) } : {};
  const mentions: SkillMention[] = [{ row, skill, description, ordinal: null, defined: true, statements: [], ...requiredBy }];
  const names = { undefined: [] as string[], empty: [] as string[] };
  levelKeys.forEach((key, index) => {
    const wording = record.cell(key);
    const stepName = officialScale[index]?.name ?? key;
    noticeCleanedWording(wording, skill, row, report);
    if (cleanText(wording) === '') {
      names.empty.push(stepName);
      return;
    }
    const defined = !isUndefinedWording(wording);
    if (!defined) names.undefined.push(stepName);
    const statements = defined ? splitStatements(wording) : [];
    mentions.push({ row, skill, description, ordinal: index + 1, defined, statements, writtenAs: writtenAs(wording, statements) });
  });
  if (names.undefined.length > 0) report.notice('undefined-level', row, `The framework does not define ${names.undefined.join(', ')} of "${skill}".`);
  if (names.empty.length > 0) report.notice('kept-absent', row, `"${skill}" has nothing under ${names.empty.join(', ')}: what was known of it stays.`);
  return mentions;
}
