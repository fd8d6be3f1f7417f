import { hasSecondFactor } from '#app/platform/session/complete-sign-in.server.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';

/**
 * The user whose session may change which identity signs them in. Throws 403 for a session that itself rests
 * on the word of a provider, for one that has not shown the second factor its user has, and for keys.
 */
export async function requireOwnSignIn(context: Context): Promise<string> {
  const { userId, session } = context.viewer;
  if (userId === null || !session || session.isBound) return deny(context, 'link-sign-in');
  if (!session.hasSecondFactor && (await hasSecondFactor(userId))) return deny(context, 'link-sign-in');
  return userId;
}
