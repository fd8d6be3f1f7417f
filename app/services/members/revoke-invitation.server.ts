import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { invitation } from '#db/schema/index.ts';

/**
 * Takes an invitation back: its link is worth nothing from then on. Refused where it was accepted or revoked
 * already. Throws 403 for whoever may not manage access, 404 for an invitation that the organisation does
 * not have.
 */
export async function revokeInvitation(context: Context, invitationId: string): Promise<Outcome<null>> {
  authorise(context, 'manage-access');
  if (!isUuid(invitationId)) throw notFound();
  const organisationId = context.db.organisationId;
  const own = and(eq(invitation.organisationId, organisationId), eq(invitation.id, invitationId));
  return context.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ acceptedAt: invitation.acceptedAt, revokedAt: invitation.revokedAt })
      .from(invitation)
      .where(own)
      .for('update');
    if (!found) throw notFound();
    if (found.acceptedAt !== null) return refused(null, 'This invitation was accepted meanwhile. Open the user to suspend or remove them.');
    if (found.revokedAt !== null) return refused(null, 'This invitation was revoked already.');
    await tx.update(invitation).set({ revokedAt: context.now }).where(own);
    await recordAudit(tx, context, { action: 'invitation.revoke', subjectKind: 'invitation', subjectId: invitationId });
    return done(null);
  });
}
