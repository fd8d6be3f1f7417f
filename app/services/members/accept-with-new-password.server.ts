import { completeSignIn, organisationsOf } from '#app/platform/session/complete-sign-in.server.ts';
import { recordElsewhere } from '#app/platform/audit/record-elsewhere.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { acceptInvitation } from './accept-invitation.server.ts';
import type { AcceptedWithPassword } from './accept-with-password.server.ts';
import { arrivedByMailAlone } from './arrived-by-mail-alone.server.ts';
import { findInvitation, type InvitationBearer } from './find-invitation.server.ts';
import { readWayIn } from './read-way-in.server.ts';

const no = (message: string, isOver = false): AcceptedWithPassword => ({ ok: false, isOver, problem: { field: null, message } });

/**
 * Accepts an invitation as somebody whom no organisation lets in at present and who has forgotten their
 * password: they choose a new one, and the mail that brought the invitation proves the address, as the one with
 * a link to a new password does. Refused where anybody but the mailbox can have seen the link. Ends every session
 * of theirs and begins one, which still awaits a second factor where they have one. Throws what
 * acceptInvitation throws.
 */
export async function acceptWithNewPassword(
  request: Request,
  { newPassword, ...bearer }: InvitationBearer & { newPassword: string },
): Promise<AcceptedWithPassword> {
  const found = await findInvitation(bearer);
  if (!found) return no('This invitation does not work any more.', true);
  if (await readSession(request)) return no('You are signed in already. Accept as who you are signed in as, or sign out first.');
  const wayIn = await readWayIn(found.email);
  if (wayIn.way !== 'own-password') return no('No new password can be chosen here. Open the link in the mail again.');
  if (!(await arrivedByMailAlone(found))) return no('No new password can be chosen with this invitation. Ask whoever invited you to invite another address of yours.');
  const { userId } = wayIn;
  const before = await organisationsOf(userId);
  const answer = await acceptInvitation({ ...bearer, account: { kind: 'new-password', userId, newPassword } });
  if (!answer.ok) return answer;
  if (answer.renewal) await recordElsewhere(answer.renewal, { userId, name: answer.value.name, at: runtime().now() }, before);
  const completed = await completeSignIn(request, { userId, method: 'password', countsForTwo: false, boundOrganisationId: null });
  return completed.ok ? completed : no('You have joined. Sign in to go on.');
}
