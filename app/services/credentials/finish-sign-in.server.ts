import type { Answer } from '#app/platform/throttle/answer.ts';
import { recordSignIn } from '#app/platform/session/complete-sign-in.server.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { checkSecondFactor, type SecondFactor } from './check-second-factor.server.ts';
import { readUnfinished } from './read-unfinished.server.ts';

/**
 * Makes a session of one that awaits its second factor, with a new token, and records the sign-in.
 * The answer holds the Set-Cookie header; null where this request has no such session, or no longer.
 */
export async function finishSignIn(request: Request, shown: SecondFactor): Promise<Answer<{ cookie: string }> | null> {
  const unfinished = await readUnfinished(request);
  if (!unfinished) return null;
  const { context, method } = unfinished;
  const checked = await checkSecondFactor(context, request, shown);
  if (!checked.ok) return checked;
  const cookie = await rotateSession(request, { awaits: null, secondFactorAt: context.now });
  if (cookie === null) return null;
  await recordSignIn(context.viewer, method);
  return { ok: true, value: { cookie } };
}
