import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { accessGrant, externalIdentity, membership, session } from '#db/schema/index.ts';
import { lockMember } from './lock-member.server.ts';

/**
 * Takes a user out of the viewer's organisation, with their grants and their identity at its provider;
 * their sessions here end at once. What they recorded stays, under the name they had. Their account
 * itself is theirs, and may belong to other organisations. The last administrator is refused. Throws 404
 * and 403 as lockMember does.
 */
export async function removeMember(context: Context, userId: string): Promise<Outcome<null>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const member = await lockMember(tx, context, userId);
    if (member.isLastAdministrator) return refused(null, 'This is the only administrator. Make somebody else one first');
    const removed = await tx
      .delete(accessGrant)
      .where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)))
      .returning({ accessRole: accessGrant.accessRole, teamId: accessGrant.teamId, roleId: accessGrant.roleId });
    await tx.delete(externalIdentity).where(and(eq(externalIdentity.organisationId, organisationId), eq(externalIdentity.userId, userId)));
    await tx.delete(membership).where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    await tx.delete(session).where(and(eq(session.organisationId, organisationId), eq(session.userId, userId)));
    await recordAudit(tx, context, { action: 'user.remove', subjectKind: 'user', subjectId: userId, detail: { grants: removed } });
    return done(null);
  });
}
