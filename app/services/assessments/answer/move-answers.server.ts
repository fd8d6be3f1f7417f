import { and, eq, inArray } from 'drizzle-orm';
import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { writeAssessments } from '#app/services/assessments/write-assessments.server.ts';
import type { AssessableSkill } from '#app/services/framework/read-assessable-skills.server.ts';
import { answer } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readAnswers, type StoredAnswer } from './read-answers.server.ts';

/**
 * Moves what these voices have typed of one person into the history, each answer by its writer and for the day on which it was
 * written, and takes it away from where it was typed. What cannot be an assessment stays there, seen by its voice: a note
 * without an answer, and an answer to a skill or level that the adopted framework no longer has. `leaveOut` names further
 * answers that stay. The caller holds the adoptions and the person. Answers how many were moved.
 */
export async function moveAnswers(
  tx: Tx,
  context: Context,
  person: { id: string; teamId: string | null },
  sources: readonly AssessmentSource[],
  skills: ReadonlyMap<string, AssessableSkill>,
  { cycleId, leaveOut = () => false }: { cycleId: string | null; leaveOut?: (stored: StoredAnswer) => boolean },
): Promise<number> {
  const organisationId = context.db.organisationId;
  const stored = await readAnswers(tx, organisationId, [person.id], sources);
  const moved = stored.filter((one): one is StoredAnswer & { answer: Answer } => isRecordable(one, skills) && !leaveOut(one));
  await writeAssessments(
    tx,
    context,
    person,
    moved.map((one) => ({
      skillId: one.skillId,
      source: one.source,
      answer: one.answer,
      note: one.note,
      ticks: one.ticks,
      unchangedSince: one.unchangedSince,
      undefinedConfirmed: one.undefinedConfirmed,
      assessedOn: todayOf({ now: one.writtenAt }),
      assessor: { userId: one.writerUserId, name: one.writerName },
      cycleId,
    })),
    skills,
  );
  const done = [...moved, ...stored.filter((one) => one.answer === null && one.note === null)].map((one) => one.revision);
  if (done.length > 0) {
    await tx.delete(answer).where(
      and(
        eq(answer.organisationId, organisationId),
        eq(answer.personId, person.id),
        inArray(
          answer.source,
          sources.map((source) => sourceCodes[source]),
        ),
        inArray(answer.revision, done),
      ),
    );
  }
  return moved.length;
}

function isRecordable({ answer: given, skillId }: StoredAnswer, skills: ReadonlyMap<string, AssessableSkill>): boolean {
  const skill = skills.get(skillId);
  return skill !== undefined && given !== null && (given.kind !== 'level' || given.level <= skill.highestLevel);
}
