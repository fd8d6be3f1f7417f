import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { leaveOrganisation } from '#app/platform/session/leave-organisation.server.ts';
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
    const grants = await leaveOrganisation(tx, { organisationId, userId });
    await recordAudit(tx, context, { action: 'user.remove', subjectKind: 'user', subjectId: userId, detail: { grants } });
    return done(null);
  });
}
