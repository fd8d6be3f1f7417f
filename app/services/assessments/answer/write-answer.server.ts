import { and, eq } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { answer } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { StoredAnswer } from './read-answers.server.ts';
import type { WantedAnswer } from './resolve-answer.server.ts';

/**
 * Puts an answer in the place of the one that is stored, under a new revision, and records it in the audit without what it
 * says. The caller has authorised and checked it, and holds the person.
 */
export async function writeAnswer(
  tx: Tx,
  context: Context,
  wanted: WantedAnswer & { personId: string; skillId: string; source: AssessmentSource; seenSequence: number },
): Promise<StoredAnswer> {
  const { personId, skillId, source, answer: given, note, ticks, unchangedSince, undefinedConfirmed, seenSequence } = wanted;
  const organisationId = context.db.organisationId;
  const own = and(eq(answer.organisationId, organisationId), eq(answer.personId, personId), eq(answer.skillId, skillId), eq(answer.source, sourceCodes[source]));
  // A row anew, because its revision must never come again.
  await tx.delete(answer).where(own);
  const detail = { note, ticks, unchangedSince, undefinedConfirmed, seenSequence };
  const writer = { writerUserId: context.viewer.userId, writerName: context.viewer.name, writtenAt: context.now };
  const [written] = await tx
    .insert(answer)
    .values({
      organisationId,
      personId,
      skillId,
      source: sourceCodes[source],
      kind: given?.kind ?? 'none',
      level: given?.kind === 'level' ? given.level : null,
      exemptUntil: given?.kind === 'exempt' ? given.until : null,
      exemptReason: given?.kind === 'exempt' ? given.reason : null,
      ...detail,
      ...writer,
    })
    .returning({ revision: answer.revision });
  await recordAudit(tx, context, { action: 'answer.save', subjectKind: 'person', subjectId: personId, detail: { skillId, source } });
  return { personId, skillId, source, answer: given, ...detail, ...writer, revision: written!.revision };
}
