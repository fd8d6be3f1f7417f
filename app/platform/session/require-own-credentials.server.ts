import { deny } from '#app/platform/audit/deny.server.ts';
import type { Context } from '#app/platform/context.ts';
import { hasSecondFactor } from './complete-sign-in.server.ts';

/**
 * Lets somebody at what they sign in with, and answers their user id; `wanted` is what a refusal is recorded
 * as. Throws 403 for keys, for who signed in on the word of one organisation's provider (credentials open
 * every organisation of a user), and where the user has a second factor that this session has not shown.
 */
export async function requireOwnCredentials(context: Context, wanted: 'change-credentials' | 'link-sign-in'): Promise<string> {
  const { userId, session } = context.viewer;
  if (userId === null || session === undefined || session.isBound) return deny(context, wanted);
  if (!session.hasSecondFactor && (await hasSecondFactor(userId))) return deny(context, wanted);
  return userId;
}
