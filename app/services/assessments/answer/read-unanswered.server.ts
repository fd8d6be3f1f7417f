import { and, eq, isNotNull } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { Context } from '#app/platform/context.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { currentAssessment } from '#db/schema/index.ts';
import { readAnswers } from './read-answers.server.ts';

export interface UnansweredSkill {
  id: string;
  name: string;
  /** True where there is a note and no answer to go with it. */
  hasNote: boolean;
}

/**
 * Which skills one voice has not answered of a person: those that are expected, and any other that has a note alone; by name.
 * To be asked inside the transaction of whoever may speak as that voice.
 */
export async function readUnanswered(inside: Context, personId: string, source: AssessmentSource): Promise<UnansweredSkill[]> {
  const organisationId = inside.db.organisationId;
  const skills = await readAssessableSkills(inside);
  return inside.db.transaction(async (tx) => {
    const expected = await tx
      .select({ skillId: currentAssessment.skillId })
      .from(currentAssessment)
      .where(
        and(eq(currentAssessment.organisationId, organisationId), eq(currentAssessment.personId, personId), isNotNull(currentAssessment.expectedLevel)),
      );
    const stored = await readAnswers(tx, organisationId, [personId], [source]);
    const notes = new Set(stored.filter((one) => one.answer === null && one.note !== null).map((one) => one.skillId));
    const answered = new Set(stored.filter((one) => one.answer !== null).map((one) => one.skillId));
    const asked = new Set([...expected.map((cell) => cell.skillId), ...notes]);
    return [...skills.values()]
      .filter(({ id }) => asked.has(id) && !answered.has(id))
      .map(({ id, name }) => ({ id, name, hasNote: notes.has(id) }));
  });
}
