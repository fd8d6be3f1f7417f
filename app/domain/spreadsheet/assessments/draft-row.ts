import { cleanName } from '#app/domain/framework/clean-name.ts';
import { columnLetter } from '#app/domain/spreadsheet/column-letter.ts';
import type { LongField, RowProblem, UnknownName } from '#app/domain/spreadsheet/import-words.ts';
import { readLevel } from '#app/domain/spreadsheet/read-level.ts';
import type { AssessmentFacts, AssessmentFile, DraftRow, ImportableSkill, ImportedAnswer } from './assessment-facts.ts';
import type { FoundPerson } from './find-people.ts';
import { findSkill } from './find-skill.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { AssessmentColumns } from './judge-columns.ts';
import { readRowFacts } from './read-row-facts.ts';

/** What rows are read by, made ready once for all of them. */
export interface RowReader {
  mapping: AssessmentFile['mapping'];
  columns: AssessmentColumns;
  facts: AssessmentFacts;
  find: (name: string, email: string) => FoundPerson;
  skillsById: ReadonlyMap<string, ImportableSkill>;
}

/** A level that a row gives of a skill, and the place of its cell. */
interface ReadLevel {
  skill: ImportableSkill;
  level: number | null;
  place: number;
}

/** A draft of one row, and the names in it that nobody and nothing has. */
interface Drafted {
  draft: DraftRow;
  unknownNames: UnknownName[];
}

const longestSubject = 200;

/**
 * Reads one row: whom it is about, as which source and for which day, and the level of each skill it names. A row that gives no
 * level says nothing and is left out, whoever it names; somebody whom the mapping leaves out is left out, whatever it says.
 */
export function draftRow(reader: RowReader, number: number, row: readonly string[]): Drafted {
  const { mapping, columns, facts, find } = reader;
  const cell = (field: LongField) => (columns.fields[field] === undefined ? '' : (row[columns.fields[field]] ?? ''));
  const [name, email] = [cleanName(cell('person')), cleanName(cell('email'))];
  const draft: DraftRow = { row: number, subject: (name || email).slice(0, longestSubject), answers: [], problems: [], refused: 0, leftOut: 0, warnings: [] };
  const drafted: Drafted = { draft, unknownNames: [] };
  const refuse = (place: number | null, message: string, suggestions: RowProblem['suggestions'] = []) =>
    draft.problems.push({ row: number, column: place === null ? null : columnLetter(place), message, suggestions });
  const readings = mapping.shape === 'wide' ? readWide(reader, row, draft, refuse) : readLong(reader, row, drafted, refuse);
  if (readings.length === 0 && draft.refused === 0) return drafted;
  const found = find(name, email);
  if (found.ok && found.person === null) {
    return { draft: { ...draft, problems: [], refused: 0, leftOut: draft.refused + readings.length }, unknownNames: [] };
  }
  if (!found.ok) {
    refuse(columns.fields[found.at] ?? columns.fields.email ?? null, found.message, found.suggestions);
    if (found.unknown) drafted.unknownNames.push({ kind: 'person', key: found.unknown.key, name: found.unknown.name.slice(0, longestSubject), suggestions: found.suggestions });
  }
  const said = readRowFacts(mapping, columns, row, refuse);
  if (!found.ok || found.person === null || said === null) draft.refused += readings.length;
  else judgeReadings(draft, readings, { ...said, person: found.person }, { facts, columns, acceptsUndefined: mapping.acceptUndefined === true }, refuse);
  return drafted;
}

type Refuse = (place: number | null, message: string, suggestions?: RowProblem['suggestions']) => void;

function readWide({ columns }: RowReader, row: readonly string[], draft: DraftRow, refuse: Refuse): ReadLevel[] {
  return columns.skills.flatMap(({ skill, place }) => readCell(skill, row[place] ?? '', place, draft, refuse));
}

function readLong({ mapping, columns, facts, skillsById }: RowReader, row: readonly string[], drafted: Drafted, refuse: Refuse): ReadLevel[] {
  const { draft } = drafted;
  const [skillPlace, place] = [columns.fields.skill!, columns.fields.level!];
  const text = row[place] ?? '';
  const blank = readLevel(text, []);
  const found = blank.ok && blank.answer === null ? null : findSkill(cleanName(row[skillPlace] ?? ''), facts.skills, skillsById, mapping.names.skill);
  if (found === null) {
    draft.leftOut = 1;
    return [];
  }
  if (found.ok) return readCell(found.skill, text, place, draft, refuse);
  refuse(skillPlace, found.message, found.suggestions);
  if (found.unknown) drafted.unknownNames.push({ kind: 'skill', ...found.unknown, suggestions: found.suggestions });
  draft.refused += 1;
  return [];
}

function readCell(skill: ImportableSkill, text: string, place: number, draft: DraftRow, refuse: Refuse): ReadLevel[] {
  const reading = readLevel(text, skill.scale);
  if (reading.ok) return reading.answer === null ? [] : [{ skill, place, level: reading.answer.level }];
  refuse(place, reading.message);
  draft.refused += 1;
  return [];
}

function judgeReadings(
  draft: DraftRow,
  readings: readonly ReadLevel[],
  said: Pick<ImportedAnswer, 'person' | 'source' | 'assessedOn' | 'note'>,
  { facts, columns, acceptsUndefined }: { facts: AssessmentFacts; columns: AssessmentColumns; acceptsUndefined: boolean },
  refuse: Refuse,
): void {
  const told = new Set<string>();
  for (const { skill, place, level } of readings) {
    const { problem, warning, undefinedConfirmed, cycleId } = judgeAnswer({ ...said, skill, level }, facts.today, acceptsUndefined);
    if (warning) draft.warnings = [warning];
    if (!problem) {
      draft.answers.push({ ...said, skill, level, undefinedConfirmed, cycleId, row: draft.row, column: columnLetter(place) });
      continue;
    }
    draft.refused += 1;
    // What holds for the whole row is said once, however many levels stand in it.
    if (problem.at === 'level') refuse(place, problem.message);
    else if (!told.has(problem.message)) refuse(columns.fields[problem.at] ?? null, problem.message);
    told.add(problem.message);
  }
}
