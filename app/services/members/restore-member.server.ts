import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done } from '#app/platform/form/outcome.ts';
import { membership } from '#db/schema/index.ts';
import { lockMember } from './lock-member.server.ts';

/**
 * Lets a suspended user in again, with the grants they had. Somebody who is not suspended stays as they
 * are. Throws 404 and 403 as lockMember does.
 */
export async function restoreMember(context: Context, userId: string): Promise<Outcome<null>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const member = await lockMember(tx, context, userId);
    if (member.suspendedAt === null) return done(null);
    await tx
      .update(membership)
      .set({ suspendedAt: null })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    await recordAudit(tx, context, { action: 'user.restore', subjectKind: 'user', subjectId: userId });
    return done(null);
  });
}
