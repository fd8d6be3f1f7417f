import { readSession, rotateSession } from '#app/platform/session/session.server.ts';
import { acceptInvitation, type AcceptAnswer } from './accept-invitation.server.ts';
import type { InvitationBearer } from './find-invitation.server.ts';

/** With the Set-Cookie header of the session, which looks at the new organisation from then on. */
export type AcceptedAsSignedIn = { ok: true; cookie: string } | Extract<AcceptAnswer, { ok: false }>;

const no = (message: string): AcceptedAsSignedIn => ({ ok: false, isOver: false, problem: { field: null, message } });

/**
 * Accepts an invitation as whoever is signed in with this request, and has their session look at the new
 * organisation. Somebody who owes a second factor is not signed in; a session on the word of one
 * organisation opens no other. Throws what acceptInvitation throws.
 */
export async function acceptAsSignedIn(request: Request, bearer: InvitationBearer): Promise<AcceptedAsSignedIn> {
  const session = await readSession(request);
  if (!session) return no('You are no longer signed in. Sign in, then accept.');
  if (session.boundOrganisationId !== null) {
    return no('You are signed in through another organisation, which opens no other. Sign out, then sign in with your own password or passkey.');
  }
  const answer = await acceptInvitation({ ...bearer, account: { kind: 'signed-in', userId: session.userId } });
  if (!answer.ok) return answer;
  const cookie = await rotateSession(request, { organisationId: answer.value.organisationId });
  return cookie === null ? no('You have joined, and are no longer signed in. Sign in again.') : { ok: true, cookie };
}
