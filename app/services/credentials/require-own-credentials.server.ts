import { hasSecondFactor } from '#app/platform/session/complete-sign-in.server.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';

/**
 * Lets somebody at their own credentials, and answers their user id. Throws 403 for who signed in on the
 * word of one organisation's provider: credentials open every organisation of a user. So it does where
 * the user has a second factor and this session has not shown it.
 */
export async function requireOwnCredentials(context: Context): Promise<string> {
  const { userId, session } = context.viewer;
  if (userId === null || session === undefined || session.isBound) return deny(context, 'change-credentials');
  if (!session.hasSecondFactor && (await hasSecondFactor(userId))) return deny(context, 'change-credentials');
  return userId;
}
