import { hasSecondFactor } from '#app/platform/complete-sign-in.server.ts';
import type { Context } from '#app/platform/context.ts';
import { forbidden } from '#app/platform/responses.server.ts';

/**
 * Lets somebody at their own credentials, and answers their user id. Throws 403 for who signed in on the
 * word of one organisation's provider: credentials open every organisation of a user. So it does where
 * the user has a second factor and this session has not shown it.
 */
export async function requireOwnCredentials({ viewer }: Context): Promise<string> {
  const { userId, session } = viewer;
  if (userId === null || session === undefined || session.isBound) throw forbidden();
  if (!session.hasSecondFactor && (await hasSecondFactor(userId))) throw forbidden();
  return userId;
}
