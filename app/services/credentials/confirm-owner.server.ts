import type { Answer } from '#app/platform/throttle/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { proveOwner } from '#app/platform/session/prove-owner.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

/**
 * Makes sure that who changes credentials is their owner: what was shown is fresh, or the password is typed
 * again. `always`: the password is asked for even then. Answers the user id. Throws 403 where the session may
 * not change credentials at all.
 */
export async function confirmOwner(
  context: Context,
  request: Request,
  password: string,
  { always = false } = {},
): Promise<Answer<string>> {
  const userId = await requireOwnCredentials(context, 'change-credentials');
  return proveOwner(context, request, { userId, password, always });
}
