import type { z } from 'zod';
import { type FieldProblem, fieldProblems, pointerTo } from '#app/platform/api/problem.server.ts';
import type { AssessmentEntry } from '#app/services/assessments/assessment-input.ts';
import type { AssessableSkill } from '#app/services/framework/read-assessable-skills.server.ts';
import type { saveAssessmentsOperation } from './operations/save-assessments.ts';

type SentEntry = z.output<typeof saveAssessmentsOperation.body>['entries'][number];

const unknown = 'This skill is not in a framework that your organisation has adopted';

/** A skill by its id, else by its key, else by its name; a string says why none was found. */
function findSkill({ skillId, skill }: SentEntry, skills: readonly AssessableSkill[]): AssessableSkill | string {
  if (skillId !== undefined) return skills.find(({ id }) => id === skillId) ?? unknown;
  const byKey = skills.filter(({ key }) => key === skill);
  const found = byKey.length > 0 ? byKey : skills.filter(({ name }) => name === skill);
  if (found.length > 1) return 'Several frameworks have a skill of this name. Name it by "skillId"';
  return found[0] ?? unknown;
}

/**
 * The entries as the service takes them, in the order sent. Throws a 422 problem that names every entry
 * whose skill is not known, or that speaks a second time for the same skill and source.
 */
export function assessedEntries(sent: readonly SentEntry[], skills: readonly AssessableSkill[]): AssessmentEntry[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  const entries = sent.flatMap((entry, index) => {
    const refuse = (field: string, detail: string) => {
      problems.push({ pointer: pointerTo(['entries', index, field]), detail });
      return [];
    };
    const field = entry.skillId === undefined ? 'skill' : 'skillId';
    const found = findSkill(entry, skills);
    if (typeof found === 'string') return refuse(field, found);
    const { source, level, note, revision, undefinedConfirmed } = entry;
    if (seen.has(`${found.id}/${source}`)) return refuse(field, 'An entry before says the same skill and source');
    seen.add(`${found.id}/${source}`);
    if (level !== null && level > found.highestLevel) {
      return refuse('level', `The levels of ${found.name} go from 0 to ${found.highestLevel}`);
    }
    return [{ skillId: found.id, source, level, note, revision, undefinedConfirmed }];
  });
  if (problems.length > 0) throw fieldProblems(422, problems);
  return entries;
}
