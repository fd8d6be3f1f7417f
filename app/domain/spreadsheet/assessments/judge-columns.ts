import { columnLetter } from '#app/domain/spreadsheet/column-letter.ts';
import { type ImportMapping, type LongField, longFields, type RowProblem, wideFields } from '#app/domain/spreadsheet/import-words.ts';
import type { AssessmentFacts, ImportableSkill } from './assessment-facts.ts';

/** Where things stand in the rows of an assessment spreadsheet; or why they cannot be found. */
export interface AssessmentColumns {
  /** The place of each field, from 0. */
  fields: Partial<Record<LongField, number>>;
  /** Of a wide sheet, its skills from left to right. */
  skills: { place: number; letter: string; skill: ImportableSkill }[];
  /** All at the header row; with one of them no row is read. */
  problems: RowProblem[];
}

/** What the mapping says of the columns, held against what is needed: who and, in long form, which skill and level. */
export function judgeColumns(mapping: ImportMapping, facts: Pick<AssessmentFacts, 'skills'>): AssessmentColumns {
  const skillsById = new Map(facts.skills.map((skill) => [skill.id, skill]));
  const found: AssessmentColumns = { fields: {}, skills: [], problems: [] };
  const refuse = (place: number | null, message: string) =>
    found.problems.push({ row: mapping.headerRow + 1, column: place === null ? null : columnLetter(place), message, suggestions: [] });
  const known: readonly string[] = mapping.shape === 'long' ? longFields : wideFields;
  const places = new Map<string, number>();
  for (const [place, use] of mapping.columns.entries()) {
    if (use === 'ignored') continue;
    const key = 'field' in use ? use.field : use.skillId;
    const twin = places.get(key);
    if (twin !== undefined) refuse(place, `This column and column ${columnLetter(twin)} are set to the same. Set one of them to something else.`);
    else if ('field' in use && known.includes(use.field)) found.fields[use.field as LongField] = place;
    else if ('skillId' in use && mapping.shape === 'wide') {
      const skill = skillsById.get(use.skillId);
      if (skill) found.skills.push({ place, letter: columnLetter(place), skill });
      else refuse(place, 'This column is set to a skill that is in no framework that your organisation has adopted. Choose another, or ignore the column.');
    }
    places.set(key, place);
  }
  const { fields } = found;
  if (mapping.shape === 'people') refuse(null, 'This file is set up as one of people. Choose the long or the wide form of assessments.');
  if (fields.person === undefined && fields.email === undefined) refuse(null, 'No column says whom a row is about. Choose the column of names or of e-mail addresses.');
  if (mapping.shape === 'long' && fields.skill === undefined) refuse(null, 'No column says which skill a row is about. Choose one.');
  if (mapping.shape === 'long' && fields.level === undefined) refuse(null, 'No column holds the levels. Choose one.');
  if (mapping.shape === 'wide' && found.skills.length === 0 && found.problems.length === 0) refuse(null, 'No column is set to a skill. Choose the skill of each column that holds levels.');
  return found;
}
