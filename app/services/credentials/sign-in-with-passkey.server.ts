import { type Answer, refuse, tooMany } from '#app/platform/throttle/answer.ts';
import { completeSignIn } from '#app/platform/session/complete-sign-in.server.ts';
import { requestScope } from '#app/platform/request-scope.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { verifyPasskey } from './verify-passkey.server.ts';

/**
 * Signs somebody in by a passkey alone, which counts for two factors: the device, and the PIN, finger or
 * face that it asked for. The answer holds the Set-Cookie header. At most 10 that fail in 5 minutes from
 * each source.
 */
export async function signInWithPasskey(request: Request, answer: string): Promise<Answer<{ cookie: string }>> {
  const turn = await takeTurn('second-factor', { source: requestScope().source });
  if (!turn.allowed) return tooMany(turn.retryAfterSeconds);
  const userId = await verifyPasskey(request, answer, null);
  if (userId === null) return refuse(null, 'That passkey is not known here, or it took too long. Try again, or sign in with your password');
  await turn.giveBack();
  const completed = await completeSignIn(request, { userId, method: 'passkey', countsForTwo: true, boundOrganisationId: null });
  if (!completed.ok) return refuse(null, 'Your account belongs to no organisation. Ask the administrator of yours to add you');
  return { ok: true, value: { cookie: completed.cookie } };
}
