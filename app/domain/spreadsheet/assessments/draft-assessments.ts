import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { columnLetter } from '#app/domain/spreadsheet/column-letter.ts';
import type { LongField, RowProblem, UnknownName } from '#app/domain/spreadsheet/import-words.ts';
import { matchName } from '#app/domain/spreadsheet/match-name.ts';
import { readDay } from '#app/domain/spreadsheet/read-day.ts';
import { readLevel } from '#app/domain/spreadsheet/read-level.ts';
import { readSource } from '#app/domain/spreadsheet/read-source.ts';
import type { AssessmentFacts, AssessmentFile, DraftRow, ImportableSkill } from './assessment-facts.ts';
import { findPeople } from './find-people.ts';
import { judgeAnswer } from './judge-answer.ts';
import { judgeColumns } from './judge-columns.ts';

export interface AssessmentDraft {
  rows: DraftRow[];
  unknownNames: UnknownName[];
}

/** As for a note on a page. */
const longestNote = 4_000;

/** A skill of a row, with the text that says its level. */
interface SaidLevel {
  skill: ImportableSkill;
  text: string;
  place: number;
}

/**
 * Reads the rows of an assessment spreadsheet, in long or wide form, against the people, skills and rounds: each answer as it
 * would be recorded, and each problem at its cell. Blank rows are passed over; a row that names no level says nothing, whoever
 * it names. What is recorded already is another matter (planAssessments). Never throws.
 */
export function draftAssessments({ sheets, mapping }: AssessmentFile, facts: AssessmentFacts): AssessmentDraft {
  const columns = judgeColumns(mapping, facts);
  const cells = sheets[mapping.sheet]?.rows ?? [];
  if (columns.problems.length > 0) return { rows: [headerRefused(mapping.headerRow + 1, columns.problems)], unknownNames: [] };
  const unknown = new Map<string, UnknownName>();
  const find = findPeople(facts.people, mapping.names.person);
  const skillsById = new Map(facts.skills.map((skill) => [skill.id, skill]));
  const rows: DraftRow[] = [];
  for (const [at, row] of cells.entries()) {
    if (at <= mapping.headerRow || row.every((cell) => cell.trim() === '')) continue;
    rows.push(draftRow(at + 1, row));
  }
  return { rows, unknownNames: [...unknown.values()] };

  function draftRow(number: number, row: readonly string[]): DraftRow {
    const cell = (field: LongField) => (columns.fields[field] === undefined ? '' : (row[columns.fields[field]] ?? ''));
    const [name, email] = [cleanName(cell('person')), cleanName(cell('email'))];
    const draft: DraftRow = { row: number, subject: (name || email).slice(0, 200), answers: [], problems: [], refused: 0, leftOut: 0, warnings: [] };
    const refuse = (place: number | null, message: string, suggestions: RowProblem['suggestions'] = []) =>
      draft.problems.push({ row: number, column: place === null ? null : columnLetter(place), message, suggestions });
    const said = saidLevels(row, refuse, draft);
    const readings = said.flatMap(({ skill, text, place }) => {
      const reading = readLevel(text, skill.scale);
      if (!reading.ok) {
        refuse(place, reading.message);
        draft.refused += 1;
        return [];
      }
      return reading.answer === null ? [] : [{ skill, place, level: reading.answer.level }];
    });
    if (readings.length === 0) return draft;
    const found = find(name, email);
    if (found.ok && found.person === null) return { ...draft, problems: [], refused: 0, leftOut: draft.leftOut + draft.refused + readings.length };
    if (!found.ok) {
      refuse(columns.fields[found.at] ?? columns.fields.email ?? null, found.message, found.suggestions);
      if (found.unknown) know('person', found.unknown, found.suggestions);
    }
    const source = sourceOf(cell('source'), refuse);
    const assessedOn = dayOf(cell('date'), refuse);
    const note = noteOf(cell('note'), refuse);
    if (!found.ok || found.person === null || source === null || assessedOn === null || note === undefined) {
      draft.refused += readings.length;
      return draft;
    }
    const { person } = found;
    const saidOfRow = new Set<string>();
    for (const { skill, place, level } of readings) {
      const judged = judgeAnswer({ person, skill, source, assessedOn, level }, facts.today, mapping.acceptUndefined === true);
      if (judged.warning) draft.warnings = [judged.warning];
      if (judged.problem) {
        draft.refused += 1;
        // What holds for the whole row is said once, however many levels stand in it.
        const where = judged.problem.at === 'level' ? place : (columns.fields[judged.problem.at] ?? null);
        if (judged.problem.at === 'level' || !saidOfRow.has(judged.problem.message)) refuse(where, judged.problem.message);
        saidOfRow.add(judged.problem.message);
        continue;
      }
      draft.answers.push({ person, skill, source, level, assessedOn, note, undefinedConfirmed: judged.undefinedConfirmed, cycleId: judged.cycleId, row: number, column: columnLetter(place) });
    }
    return draft;
  }

  function saidLevels(row: readonly string[], refuse: (place: number, message: string, suggestions?: RowProblem['suggestions']) => void, draft: DraftRow): SaidLevel[] {
    if (mapping.shape === 'wide') return columns.skills.map(({ skill, place }) => ({ skill, place, text: row[place] ?? '' }));
    const [skillPlace, place] = [columns.fields.skill!, columns.fields.level!];
    const [text, name] = [row[place] ?? '', cleanName(row[skillPlace] ?? '')];
    if (isBlankLevel(text)) {
      draft.leftOut = 1;
      return [];
    }
    const chosen = Object.hasOwn(mapping.names.skill ?? {}, nameKey(name)) ? mapping.names.skill?.[nameKey(name)] : undefined;
    if (chosen === null) {
      draft.leftOut = 1;
      return [];
    }
    const match = name === '' ? { suggestions: [] } : matchName(name, facts.skills);
    const skill = (chosen === undefined ? undefined : skillsById.get(chosen)) ?? ('id' in match ? skillsById.get(match.id) : undefined);
    if (skill) return [{ skill, text, place }];
    const suggestions = 'suggestions' in match ? match.suggestions.map(({ id, name: skillName }) => ({ id, name: skillName })) : [];
    refuse(skillPlace, name === '' ? 'No skill is named here. Give its name.' : 'No skill of a framework that your organisation has adopted has this name. Put it right, or say which is meant.', suggestions);
    if (name !== '') know('skill', { key: nameKey(name), name }, suggestions);
    draft.refused = 1;
    return [];
  }

  function sourceOf(text: string, refuse: (place: number | null, message: string) => void): AssessmentSource | null {
    if (text.trim() === '') return mapping.source;
    const source = readSource(text);
    if (source === null) refuse(columns.fields.source ?? null, `“${cleanName(text).slice(0, 60)}” does not say who judged. Write self, manager or agreed.`);
    return source;
  }

  function dayOf(text: string, refuse: (place: number | null, message: string) => void): string | null {
    const place = columns.fields.date ?? null;
    if (text.trim() === '' && mapping.assessedOn === null) {
      refuse(place, 'Nothing says which day these levels are for. Give the day here, or one for the whole file.');
      return null;
    }
    const reading = text.trim() === '' ? readDay(mapping.assessedOn ?? '', 'day-first') : readDay(text, mapping.dayOrder);
    if (reading.ok) return reading.day;
    refuse(place, reading.message);
    return null;
  }

  function noteOf(text: string, refuse: (place: number | null, message: string) => void): string | null | undefined {
    const note = cleanText(text);
    if (note.length <= longestNote) return note === '' ? null : note;
    refuse(columns.fields.note ?? null, `This note has ${note.length} characters; at most 4,000 are kept. Shorten it.`);
    return undefined;
  }

  function know(kind: UnknownName['kind'], { key, name }: { key: string; name: string }, suggestions: UnknownName['suggestions']): void {
    const place = `${kind}/${key}`;
    if (!unknown.has(place)) unknown.set(place, { kind, key, name: name.slice(0, 200), suggestions });
  }
}

function isBlankLevel(text: string): boolean {
  const reading = readLevel(text, []);
  return reading.ok && reading.answer === null;
}

function headerRefused(row: number, problems: RowProblem[]): DraftRow {
  return { row, subject: 'The columns', answers: [], problems, refused: 1, leftOut: 0, warnings: [] };
}
