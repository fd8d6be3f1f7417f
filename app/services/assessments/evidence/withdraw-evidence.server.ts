import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done } from '#app/platform/form/outcome.ts';
import { evidence } from '#db/schema/index.ts';
import { lockOwnEvidence } from './lock-own-evidence.server.ts';

/**
 * Takes evidence back, by its author: nobody sees it from then on. Withdrawn twice, it is withdrawn once. Throws 404 for an
 * unknown person or piece, 403 for anybody but its author.
 */
export async function withdrawEvidence(context: Context, personId: string, evidenceId: string): Promise<Outcome<{ evidenceId: string }>> {
  return context.db.transaction(async (tx) => {
    const before = await lockOwnEvidence(tx, context, personId, evidenceId);
    if (before.withdrawnAt !== null) return done({ evidenceId });
    await tx
      .update(evidence)
      .set({ withdrawnAt: context.now })
      .where(and(eq(evidence.organisationId, context.db.organisationId), eq(evidence.id, evidenceId)));
    const detail = { evidenceId, skillId: before.skillId };
    await recordAudit(tx, context, { action: 'evidence.withdraw', subjectKind: 'person', subjectId: personId, detail });
    return done({ evidenceId });
  });
}
