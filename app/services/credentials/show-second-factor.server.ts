import type { Answer } from '#app/platform/throttle/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { checkSecondFactor, type SecondFactor } from './check-second-factor.server.ts';

/**
 * Shows a second factor in a session that has none yet: one from before the factor was there, or before
 * the organisation required it. The session has a new token then; the answer holds the Set-Cookie header.
 */
export async function showSecondFactor(context: Context, request: Request, shown: SecondFactor): Promise<Answer<{ cookies: string[] }>> {
  const checked = await checkSecondFactor(context, request, shown);
  if (!checked.ok) return checked;
  const cookie = await rotateSession(request, { secondFactorAt: context.now });
  return { ok: true, value: { cookies: cookie === null ? [] : [cookie] } };
}
