import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { evidence } from '#db/schema/index.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { isSameEvidence } from '#app/domain/assessment/evidence/is-same-evidence.ts';
import { lockOwnEvidence } from './lock-own-evidence.server.ts';

/**
 * Changes what its author wrote as evidence; the skill stays. `revision` is the one the form was filled in on: an older one is
 * refused, but for the very same words sent again, which change nothing. Throws 404 for an unknown person or piece, 403 for
 * anybody but its author.
 */
export async function editEvidence(
  context: Context,
  personId: string,
  evidenceId: string,
  input: EvidenceInput & { revision: number },
): Promise<Outcome<{ evidenceId: string }>> {
  const { revision, ...words } = input;
  return context.db.transaction(async (tx) => {
    const before = await lockOwnEvidence(tx, context, personId, evidenceId);
    if (before.withdrawnAt !== null) return refused(null, 'This evidence was withdrawn meanwhile, so nothing was saved. Add it anew if it still holds.');
    if (isSameEvidence(before, words)) return done({ evidenceId });
    if (before.revision !== revision) {
      return refused(null, 'You changed this evidence meanwhile, in another window. Nothing was saved: compare with what stands there now and save again.');
    }
    const today = todayOf(context);
    if ((words.happenedOn ?? '') > today) return refused('happenedOn', 'Enter a day that is not in the future');
    if ((words.happenedUntil ?? '') > today) return refused('happenedUntil', 'Enter a day that is not in the future');
    await tx
      .update(evidence)
      .set({ ...words, changedAt: context.now, revision: before.revision + 1 })
      .where(and(eq(evidence.organisationId, context.db.organisationId), eq(evidence.id, evidenceId)));
    const detail = { evidenceId, skillId: before.skillId };
    await recordAudit(tx, context, { action: 'evidence.edit', subjectKind: 'person', subjectId: personId, detail });
    return done({ evidenceId });
  });
}
