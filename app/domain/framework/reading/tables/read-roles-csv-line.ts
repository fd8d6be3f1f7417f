import { cleanText } from '#app/domain/framework/clean-text.ts';
import { writtenAs } from '#app/domain/framework/export/written-as.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { isUndefinedWording } from '#app/domain/framework/reading/is-undefined-wording.ts';
import { matchScaleStep } from '#app/domain/framework/reading/match-scale-step.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import type { RolesCsvKey } from './csv-columns.ts';
import { missing, noRoleFamily, notInUse } from './official-words.ts';
import type { TableRecord } from './read-table.ts';
import { splitStatements } from './split-statements.ts';

/** What one record of roles.csv says. Null where the record holds the literal "NOT IN USE" in place of a level. */
export interface RolesCsvLine {
  row: number;
  /** Null for a role that stands in no family, which only our own exports say. */
  family: string | null;
  role: string;
  roleDescription: string | null;
  roleLevel: string | null;
  roleLevelDescription: string | null;
  skill: string;
  skillDescription: string | null;
  expectedLevel: number | null;
  /** False where the record says that the framework does not define the skill level. */
  defined: boolean;
  statements: string[];
  /** The cell of the statements, where it is written otherwise than an export would write it. */
  writtenAs: string | null;
  /** What stands in place of a description of the skill, and that there is none. */
  noDescription: string;
  /** Empty where the record names none; null where the file has no such column. */
  roleType: string | null;
}

/** Reads one record; null, with a refusal in the report, where a name is empty or the skill level is no known word. */
export function readRolesCsvLine(record: TableRecord<RolesCsvKey>, report: ImportReport): RolesCsvLine | null {
  const { row, cell } = record;
  const name = (key: RolesCsvKey, column: string) => {
    const value = report.name(cell(key), row, column);
    if (value === '') report.refuse(row, column, `Row ${row} has nothing under "${column}". The file lost its structure there.`);
    return value;
  };
  const family = name('family', 'Role Family');
  const role = name('role', 'Role');
  const roleLevel = name('roleLevel', 'Role Level');
  const skill = name('skill', 'Skill Name');
  const word = name('skillLevel', 'Skill Level');
  const expectedLevel = isNotInUse(word) ? null : matchScaleStep(word, officialScale);
  if (word !== '' && !isNotInUse(word) && expectedLevel === null) {
    report.refuse(row, 'Skill Level', `Row ${row} has the skill level "${word.slice(0, 60)}". Known levels: ${officialScale.map((step) => step.name).join(', ')}.`);
    return null;
  }
  if ([family, role, roleLevel, skill, word].includes('')) return null;
  const wording = cell('skillLevelDescription');
  const defined = !isUndefinedWording(wording);
  const statements = defined ? splitStatements(wording) : [];
  return {
    row,
    family: family === noRoleFamily ? null : family,
    role,
    roleDescription: described(cell('roleDescription')),
    roleLevel: isNotInUse(roleLevel) ? null : roleLevel,
    roleLevelDescription: described(cell('roleLevelDescription')),
    skill,
    skillDescription: described(cell('skillDescription')),
    expectedLevel,
    defined,
    statements,
    writtenAs: writtenAs(wording, statements),
    noDescription: described(cell('skillDescription')) === null ? cleanText(cell('skillDescription')) : '',
    roleType: record.has('roleType') ? report.name(cell('roleType'), row, 'Role Type') : null,
  };
}

function isNotInUse(word: string): boolean {
  return nameKey(word) === nameKey(notInUse);
}

/** Null for an empty cell and for the words that the download puts where it has no description. */
function described(raw: string): string | null {
  const text = cleanText(raw);
  return text === '' || text === missing || isNotInUse(text) ? null : text;
}
