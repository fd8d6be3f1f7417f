import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ScaleStep, SkillFacts, SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { isUndefinedWording } from '#app/domain/framework/reading/is-undefined-wording.ts';
import { readTable, type TableRecord } from '#app/domain/framework/reading/tables/read-table.ts';
import { startReport, type ImportReport } from '#app/domain/framework/start-report.ts';
import { readStep } from './read-step.ts';
import { skillsColumns, type SkillsKey } from './template-columns.ts';
import { templateLimits } from './template-limits.ts';
import type { TemplateSource } from './template-source.ts';

interface OpenSkill {
  name: string;
  description: string | null;
  levels: Map<number, SkillLevelFacts>;
}

/**
 * The skills with the statements of their levels, in the order of the table. A level is named as the scale names it, or
 * by its step; a statement that says no more than "not defined" leaves the level undefined. Refuses, with row and
 * column: a nameless skill, a level outside the scale, a statement without a level, a skill described in two ways, a
 * level that is both undefined and stated.
 */
export function readSkillsTable(source: TemplateSource, scale: readonly ScaleStep[]): { report: ImportReport; skills: SkillFacts[] } {
  const report = startReport(source.file);
  const skills = new Map<string, OpenSkill>();
  const seen = new Map<string, number>();
  for (const record of readTable(source.rows, skillsColumns, report)) {
    const before = seen.get(record.whole);
    if (before === undefined) readRecord(record, scale, skills, report);
    else report.notice('duplicate-row', record.row, `Row ${record.row} repeats row ${before} exactly and is left out.`);
    seen.set(record.whole, before ?? record.row);
  }
  const closed = [...skills.values()].map(({ name, description, levels }) => ({ name, description, levels: [...levels.values()].sort((a, b) => a.ordinal - b.ordinal) }));
  return { report, skills: closed.sort((a, b) => compareNames(a.name, b.name)) };
}

function readRecord({ row, cell }: TableRecord<SkillsKey>, scale: readonly ScaleStep[], skills: Map<string, OpenSkill>, report: ImportReport): void {
  const name = report.name(cell('skill'), row, 'Skill');
  if (name === '') return report.refuse(row, 'Skill', `Row ${row} has no skill. Write its name in every row of it.`);
  const skill = skills.get(nameKey(name)) ?? { name, description: null, levels: new Map() };
  skills.set(nameKey(name), skill);
  const description = cleanText(cell('skillDescription')) || null;
  if (description !== null && description.length > templateLimits.descriptionLength) {
    report.refuse(row, 'Skill description', `Row ${row} has a description of ${description.length} characters; at most ${templateLimits.descriptionLength} are read.`);
  }
  if (description !== null && skill.description !== null && description !== skill.description) {
    report.refuse(row, 'Skill description', `"${name}" is described otherwise on row ${row} than above it. Keep one description; the other rows may leave it empty.`);
  }
  skill.description ??= description;
  const word = report.name(cell('level'), row, 'Level');
  const statement = cleanName(cell('statement'));
  if (word === '') {
    if (statement !== '') report.refuse(row, 'Level', `Row ${row} has a statement and no level. Write there the level that it belongs to.`);
    return;
  }
  const ordinal = readStep(word, scale, { row, column: 'Level' }, report);
  if (ordinal !== null) addStatement(skill, ordinal, statement, row, report);
}

function addStatement(skill: OpenSkill, ordinal: number, statement: string, row: number, report: ImportReport): void {
  const isUndefined = isUndefinedWording(statement);
  const level = skill.levels.get(ordinal) ?? { ordinal, defined: !isUndefined, statements: [], wordingSource: null, wordingDate: null };
  skill.levels.set(ordinal, level);
  if (statement.length > templateLimits.statementLength) {
    report.refuse(row, 'Statement', `Row ${row} has a statement of ${statement.length} characters; at most ${templateLimits.statementLength} are read. Write one statement a row.`);
  } else if (isUndefined !== !level.defined) {
    report.refuse(row, 'Statement', `Row ${row} says of this level of "${skill.name}" ${isUndefined ? 'that it is not defined, and a row above states it' : 'something that a row above says is not defined'}. Keep the right one.`);
  }
  if (statement === '') return;
  level.wordingSource = 'own';
  if (isUndefined) return;
  if (level.statements.some((other) => nameKey(other) === nameKey(statement))) report.notice('duplicate-row', row, `Row ${row} repeats a statement of the same level and is left out.`);
  else level.statements.push(statement);
}
