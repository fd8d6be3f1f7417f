import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { readNewestEntries } from '#app/services/assessments/read-newest-entries.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { dispute } from '#db/schema/index.ts';
import type { DisputeInput } from './dispute-input.ts';
import { queueDisputeMails } from './queue-dispute-mails.server.ts';

export type RaiseDisputeOutcome =
  | { ok: true; value: { disputeId: string } }
  /** `isStale` where another level was agreed, or a dispute opened, after the page was. */
  | { ok: false; problem: Problem; isStale: boolean };

/**
 * A person says that they do not agree with an agreed level of theirs, and why. The level stands meanwhile, marked as disputed,
 * until a moderator decides or the person withdraws; whoever moderates is told by mail that there is a dispute. One is open for
 * a skill at most, and the same words sent twice are one. Throws 404 for an unknown person, 403 for anybody but the person.
 */
export async function raiseDispute(context: Context, personId: string, { skillId, assessmentId, words }: DisputeInput): Promise<RaiseDisputeOutcome> {
  const organisationId = context.db.organisationId;
  const refuse = (message: string, isStale: boolean): RaiseDisputeOutcome => ({ ok: false, problem: { field: isStale ? null : 'words', message }, isStale });
  return context.db.transaction(async (tx): Promise<RaiseDisputeOutcome> => {
    await holdAdoptions(tx, organisationId);
    const subject = await readLockedPerson(within(context, tx), personId);
    authorise(context, 'dispute-level', personSubject(subject));
    const [open] = await tx
      .select()
      .from(dispute)
      .where(and(eq(dispute.organisationId, organisationId), eq(dispute.personId, personId), eq(dispute.skillId, skillId), isNull(dispute.settledAt)));
    if (open) {
      const isSame = open.words === words && open.raisedByUserId === context.viewer.userId;
      return isSame ? { ok: true, value: { disputeId: open.id } } : refuse('You dispute this level already: withdraw that first to say something else.', true);
    }
    const agreed = (await readNewestEntries(tx, organisationId, personId)).find((entry) => entry.skillId === skillId && entry.source === 'agreed');
    if (!agreed) return refuse('Nothing is agreed of this skill that you could dispute.', false);
    if (agreed.id !== assessmentId) return refuse('Another level was agreed meanwhile. Look at it, and dispute it if you still want to.', true);
    const disputeId = randomUUID();
    await tx.insert(dispute).values({
      organisationId,
      id: disputeId,
      personId,
      skillId,
      cycleId: agreed.cycleId,
      assessmentId,
      words,
      raisedByUserId: context.viewer.userId,
      raisedOn: todayOf(context),
      raisedAt: context.now,
    });
    await refreshCurrentAssessments(tx, organisationId, [personId]);
    await recordAudit(tx, context, { action: 'dispute.raise', subjectKind: 'person', subjectId: personId, detail: { skillId } });
    await queueDisputeMails(tx, context, subject);
    return { ok: true, value: { disputeId } };
  });
}
