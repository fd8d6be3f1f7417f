import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { makeInvitationToken } from '#app/platform/secret/invitation-token.server.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { notFound, tooManyRequests } from '#app/platform/responses.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { invitation } from '#db/schema/index.ts';
import { checkInvitee } from './check-invitee.server.ts';
import { invitationLasts } from './invitation-terms.ts';
import { queueInvitationMail } from './queue-invitation-mail.server.ts';

async function renew(context: Context, invitationId: string): Promise<Outcome<null>> {
  const organisationId = context.db.organisationId;
  const own = and(eq(invitation.organisationId, organisationId), eq(invitation.id, invitationId));
  return context.db.transaction(async (tx) => {
    const [found] = await tx.select().from(invitation).where(own).for('update');
    if (!found) throw notFound();
    if (found.acceptedAt !== null) return refused(null, 'This invitation was accepted meanwhile. Nothing was sent.');
    if (found.revokedAt !== null) return refused(null, 'This invitation was revoked meanwhile. Nothing was sent: invite them anew.');
    const { email, name, personId } = found;
    const checked = await checkInvitee(tx, context, { email, personId }, invitationId);
    if (!checked.ok) return refused(null, `Nothing was sent. ${checked.problem.message}.`);
    const token = makeInvitationToken(organisationId);
    const expiresAt = new Date(context.now.getTime() + invitationLasts);
    await tx.update(invitation).set({ tokenHash: hashSecret(token), expiresAt }).where(own);
    await queueInvitationMail(tx, context, { email, name, token, expiresAt });
    await recordAudit(tx, context, { action: 'invitation.resend', subjectKind: 'invitation', subjectId: invitationId });
    return done(null);
  });
}

/**
 * Sends an invitation again that is open or has expired: a new link for another seven days, and the old one
 * is worth nothing from then on. Refused where it was accepted or revoked, or where they could not be
 * invited today. Throws 403 for whoever may not manage access, 404 for an invitation that the organisation
 * does not have, 429 where the viewer has sent too many.
 */
export async function resendInvitation(context: Context, invitationId: string): Promise<Outcome<null>> {
  authorise(context, 'manage-access');
  if (!isUuid(invitationId)) throw notFound();
  const turn = await takeTurn('invitation', { inviter: context.viewer.userId ?? context.db.organisationId });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  const outcome = await renew(context, invitationId);
  if (!outcome.ok) await turn.giveBack();
  return outcome;
}
