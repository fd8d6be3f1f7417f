import { and, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { dispute } from '#db/schema/index.ts';

/**
 * A person takes back what they disputed; the level is no longer marked. Withdrawing twice is once; what a moderator has decided
 * cannot be withdrawn. Throws 404 for an unknown person or dispute of theirs, 403 for anybody but the person.
 */
export async function withdrawDispute(context: Context, personId: string, disputeId: string): Promise<Outcome<{ disputeId: string }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const subject = await readLockedPerson(within(context, tx), personId);
    authorise(context, 'dispute-level', personSubject(subject));
    if (!isUuid(disputeId)) throw notFound();
    const own = and(eq(dispute.organisationId, organisationId), eq(dispute.personId, personId), eq(dispute.id, disputeId));
    const [found] = await tx.select({ outcome: dispute.outcome, skillId: dispute.skillId }).from(dispute).where(own);
    if (!found) throw notFound();
    if (found.outcome === 'withdrawn') return done({ disputeId });
    if (found.outcome !== null) return refused(null, 'A moderator has decided meanwhile: there is nothing left to withdraw.');
    await tx.update(dispute).set({ outcome: 'withdrawn', settledOn: todayOf(context), settledAt: context.now }).where(own);
    await refreshCurrentAssessments(tx, organisationId, [personId]);
    await recordAudit(tx, context, { action: 'dispute.withdraw', subjectKind: 'person', subjectId: personId, detail: { skillId: found.skillId } });
    return done({ disputeId });
  });
}
