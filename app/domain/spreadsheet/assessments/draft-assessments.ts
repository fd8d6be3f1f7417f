import type { ImportWarning, UnknownName } from '#app/domain/spreadsheet/import-words.ts';
import { turnedColumns } from '#app/domain/spreadsheet/turned-columns.ts';
import type { AssessmentFacts, AssessmentFile, DraftRow } from './assessment-facts.ts';
import { draftRow } from './draft-row.ts';
import { findPeople } from './find-people.ts';
import { judgeColumns } from './judge-columns.ts';

export interface AssessmentDraft {
  rows: DraftRow[];
  unknownNames: UnknownName[];
  /** Of whole columns; those of single rows stand with the rows. */
  warnings: ImportWarning[];
}

/**
 * Reads the rows of an assessment spreadsheet, in long or wide form, against the people, skills and rounds: each answer as it
 * would be recorded, and each problem at its cell. Blank rows are passed over. Columns that cannot be right are one refusal at the
 * header, and then no row is read. What is recorded already is another matter (planAssessments). Never throws.
 */
export function draftAssessments({ sheets, mapping }: AssessmentFile, facts: AssessmentFacts): AssessmentDraft {
  const columns = judgeColumns(mapping, facts);
  const cells = sheets[mapping.sheet]?.rows;
  const problems = cells === undefined ? [{ row: 1, column: null, message: 'The file has no such sheet. Choose one that it has.', suggestions: [] }] : columns.problems;
  if (cells === undefined || problems.length > 0) {
    return { rows: [{ row: problems[0]!.row, subject: 'The columns', answers: [], problems, refused: 1, leftOut: 0, warnings: [] }], unknownNames: [], warnings: [] };
  }
  const reader = { mapping, columns, facts, find: findPeople(facts.people, mapping.names.person), skillsById: new Map(facts.skills.map((skill) => [skill.id, skill])) };
  const unknown = new Map<string, UnknownName>();
  const rows: DraftRow[] = [];
  for (const [at, row] of cells.entries()) {
    if (at <= mapping.headerRow || row.every((cell) => cell.trim() === '')) continue;
    const { draft, unknownNames } = draftRow(reader, at + 1, row);
    rows.push(draft);
    for (const name of unknownNames) if (!unknown.has(`${name.kind}/${name.key}`)) unknown.set(`${name.kind}/${name.key}`, name);
  }
  return { rows, unknownNames: [...unknown.values()], warnings: turnedColumns(cells, mapping).map(({ warning }) => warning) };
}
