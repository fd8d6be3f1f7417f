import { eq } from 'drizzle-orm';
import { appUser } from '#db/schema/index.ts';
import { type Answer, refuse, tooMany } from '#app/platform/throttle/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { isFresh } from './is-fresh.server.ts';
import { verifyPassword } from './password.server.ts';
import { requestScope } from '#app/platform/request-scope.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';

export interface OwnerProof {
  userId: string;
  /** As it was typed; empty where it was not asked for. */
  password: string;
  /** Asks for the password even where what was shown is fresh. */
  always?: boolean;
}

/**
 * Makes sure that who changes what opens an account is its owner, and not somebody at a screen left open: what
 * was shown is fresh, or the password is typed again. Who has no password signs in again. Answers the user id.
 * At most 10 wrong passwords in 5 minutes, by user and by source. Whether the session may change it at all is
 * for the caller.
 */
export async function proveOwner(context: Context, request: Request, { userId, password, always = false }: OwnerProof): Promise<Answer<string>> {
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
