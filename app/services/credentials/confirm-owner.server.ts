import { eq } from 'drizzle-orm';
import { type Answer, refuse, tooMany } from '#app/platform/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { verifyPassword } from '#app/platform/password.server.ts';
import { requestScope } from '#app/platform/request-scope.server.ts';
import { takeTurn } from '#app/platform/throttle.server.ts';
import { appUser } from '#db/schema/index.ts';
import { isFresh } from './is-fresh.server.ts';
import { requireOwnCredentials } from './require-own-credentials.server.ts';

/**
 * Makes sure that who changes credentials is their owner, and not somebody at a screen left open: what was
 * shown is fresh, or the password is typed again. `always`: the password is asked for even then. Who has
 * no password signs in again. Answers the user id. At most 10 wrong passwords in 5 minutes, by user and
 * by source. Throws 403 where the session may not change credentials at all.
 */
export async function confirmOwner(
  context: Context,
  request: Request,
  password: string,
  { always = false } = {},
): Promise<Answer<string>> {
  const userId = await requireOwnCredentials(context);
  const fresh = await isFresh(request, context.now);
  if (fresh && !always) return { ok: true, value: userId };
  const [user] = await context.db.transaction((tx) =>
    tx.select({ passwordHash: appUser.passwordHash }).from(appUser).where(eq(appUser.id, userId)),
  );
  if (!user?.passwordHash) {
    if (fresh) return { ok: true, value: userId };
    return refuse(null, 'It is a while since you signed in. Sign out, sign in again with your passkey, and come back here');
  }
  if (password === '') return refuse('password', 'Enter your password');
  const turn = await takeTurn('second-factor', { user: userId, source: requestScope().source });
  if (!turn.allowed) return tooMany(turn.retryAfterSeconds);
  const matches = await verifyPassword(user.passwordHash, password).catch(async (error: unknown) => {
    await turn.giveBack();
    throw error;
  });
  if (!matches) return refuse('password', 'The password is wrong');
  await turn.giveBack();
  return { ok: true, value: userId };
}
