import { hasSecondFactor } from '#app/platform/complete-sign-in.server.ts';
import type { Context } from '#app/platform/context.ts';
import { forbidden } from '#app/platform/responses.server.ts';

/**
 * The user whose session may change which identity signs them in. Throws 403 for a session that itself rests
 * on the word of a provider, for one that has not shown the second factor its user has, and for keys.
 */
export async function requireOwnSignIn({ viewer }: Context): Promise<string> {
  const { userId, session } = viewer;
  if (userId === null || !session || session.isBound) throw forbidden();
  if (!session.hasSecondFactor && (await hasSecondFactor(userId))) throw forbidden();
  return userId;
}
