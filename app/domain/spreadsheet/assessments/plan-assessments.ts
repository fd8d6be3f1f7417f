import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Fate, ImportPlan, ImportWarning, RowFate, RowProblem } from '#app/domain/spreadsheet/import-words.ts';
import { answerKey } from './answer-key.ts';
import type { ImportedAnswer } from './assessment-facts.ts';
import type { AssessmentDraft } from './draft-assessments.ts';

/** The dry run, and the answers that would be recorded. */
export interface AssessmentPlan {
  plan: ImportPlan;
  answers: ImportedAnswer[];
}

/** More answers of one row than this are counted instead of told one by one. */
const mostTold = 3;

/**
 * What becomes of each row. An answer that is recorded already (answerKey), whoever recorded it, is the same, so that a file
 * brought in twice changes nothing. The same person, skill, source and day twice in the file is the same answer where level and note
 * agree, and refused where they differ. A row has one fate, of all its answers together: refused before added before same before left out.
 */
export function planAssessments(draft: AssessmentDraft, recorded: ReadonlySet<string>): AssessmentPlan {
  const first = new Map<string, ImportedAnswer>();
  const answers: ImportedAnswer[] = [];
  const warnings: ImportWarning[] = [...draft.warnings];
  const counts: Record<Fate, number> = { add: 0, change: 0, same: 0, 'left-out': 0, refused: 0 };
  const fates = draft.rows.map((row): RowFate => {
    const problems = [...row.problems];
    const [added, own] = [[] as ImportedAnswer[], { same: 0, refused: row.refused }];
    for (const answer of row.answers) {
      const place = `${answer.person.id}/${answer.skill.id}/${answer.source}/${answer.assessedOn}`;
      const twin = first.get(place);
      first.set(place, twin ?? answer);
      const conflict = twin ? conflictOf(answer, twin) : null;
      if (conflict) problems.push(conflict);
      if (conflict) own.refused += 1;
      else if (twin || recorded.has(keyOf(answer))) own.same += 1;
      else added.push(answer);
    }
    answers.push(...added);
    warnings.push(...row.warnings.map((warning) => ({ ...warning, row: row.row })));
    counts.add += added.length;
    counts.same += own.same;
    counts['left-out'] += row.leftOut;
    counts.refused += own.refused;
    const fate: Fate = own.refused > 0 ? 'refused' : added.length > 0 ? 'add' : own.same > 0 ? 'same' : 'left-out';
    return { row: row.row, subject: row.subject, fate, changes: fate === 'add' ? tell(added) : [], problems };
  });
  return { plan: { fates, summary: { rows: fates.length, counts }, unknownNames: draft.unknownNames, warnings: distinct(warnings) }, answers };
}

function keyOf({ person, skill, ...answer }: ImportedAnswer): string {
  return answerKey({ ...answer, personId: person.id, skillId: skill.id });
}

function conflictOf(answer: ImportedAnswer, twin: ImportedAnswer): RowProblem | null {
  if (answer.level === twin.level && answer.note === twin.note) return null;
  const what = answer.level === twin.level ? 'with another note' : `as ${levelText(twin.level)}`;
  const message = `The ${answer.source} level of ${answer.person.name} in ${answer.skill.name} on ${formatDate(answer.assessedOn)} stands in ${twin.column}${twin.row} too, ${what}. Delete one of the two.`;
  return { row: answer.row, column: answer.column, message, suggestions: [] };
}

function tell(added: readonly ImportedAnswer[]): string[] {
  const [one] = added;
  if (!one) return [];
  if (added.length > mostTold) return [`${added.length} ${one.source} levels of ${formatDate(one.assessedOn)}`];
  return added.map(({ skill, source, level, assessedOn }) => `${skill.name}: ${source} level ${levelText(level)}, ${formatDate(assessedOn)}`);
}

function levelText(level: number | null): string {
  return level === null ? 'not observed' : String(level);
}

function distinct(warnings: readonly ImportWarning[]): ImportWarning[] {
  return [...new Map(warnings.toReversed().map((warning) => [warning.key, warning])).values()].toReversed();
}

