import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { membership, session } from '#db/schema/index.ts';
import { lockMember } from './lock-member.server.ts';

/**
 * Keeps a user out of the viewer's organisation until they are let in again; their sessions here end at
 * once, and what they recorded stays. Sessions in other organisations are none of ours. Somebody who is
 * suspended already stays so. The last administrator is refused. Throws 404 and 403 as lockMember does.
 */
export async function suspendMember(context: Context, userId: string): Promise<Outcome<null>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const member = await lockMember(tx, context, userId);
    if (member.suspendedAt !== null) return done(null);
    if (member.isLastAdministrator) return refused(null, 'This is the only administrator. Make somebody else one first');
    await tx
      .update(membership)
      .set({ suspendedAt: context.now })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    await tx.delete(session).where(and(eq(session.organisationId, organisationId), eq(session.userId, userId)));
    await recordAudit(tx, context, { action: 'user.suspend', subjectKind: 'user', subjectId: userId });
    return done(null);
  });
}
