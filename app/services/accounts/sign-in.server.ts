import { eq } from 'drizzle-orm';
import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { completeSignIn } from '#app/platform/complete-sign-in.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { verifyPassword } from '#app/platform/password.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { takeTurn } from '#app/platform/throttle.server.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

export interface SignInAttempt {
  email: string;
  password: string;
  /** The network address that it comes from. */
  source: string;
}

export type SignInAnswer =
  /** `awaitsSecondFactor`: the session is none until a second factor is shown. */
  | { ok: true; cookie: string; awaitsSecondFactor: boolean }
  /** `retryAfterSeconds` is set where the attempt was not looked at, because there were too many. */
  | { ok: false; problem: Problem; retryAfterSeconds: number | null };

const refuse = (field: string | null, message: string, retryAfterSeconds: number | null = null): SignInAnswer => ({
  ok: false,
  problem: { field, message },
  retryAfterSeconds,
});

async function findUser(email: string) {
  const { pool } = runtime();
  const [user] = await globalTransaction(pool, (tx) =>
    tx.select({ id: appUser.id, passwordHash: appUser.passwordHash }).from(appUser).where(eq(appUser.email, email)),
  );
  return user;
}

/** Does the same work whether or not the user is there, so that neither words nor time tell. */
async function verified(email: string, password: string): Promise<string | null> {
  const user = await findUser(email);
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  return user && matches ? user.id : null;
}

/**
 * Signs somebody in by e-mail address and password, with a new session in the place of the
 * browser's earlier one; the answer holds its Set-Cookie header. An unknown address and a wrong
 * password read alike. At most 10 failed guesses in 5 minutes for each account and from each
 * source. Throws a 503 response while too many passwords wait to be checked.
 */
export async function signIn(request: Request, attempt: SignInAttempt): Promise<SignInAnswer> {
  const email = tidyEmail(attempt.email);
  if (email === '') return refuse('email', 'Enter your e-mail address');
  if (attempt.password === '') return refuse('password', 'Enter your password');
  const guess = await takeTurn('sign-in', { account: email, source: attempt.source });
  if (!guess.allowed) {
    const minutes = Math.ceil(guess.retryAfterSeconds / 60);
    const wait = `Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again`;
    return refuse(null, `Too many attempts to sign in. ${wait}`, guess.retryAfterSeconds);
  }
  const userId = await verified(email, attempt.password).catch(async (error: unknown) => {
    await guess.giveBack();
    throw error;
  });
  if (userId === null) return refuse(null, 'The e-mail address or the password is wrong');
  await guess.giveBack();
  const completed = await completeSignIn(request, { userId, method: 'password', countsForTwo: false, boundOrganisationId: null });
  if (!completed.ok) {
    return refuse(null, 'Your account belongs to no organisation. Ask the administrator of yours to add you');
  }
  return { ok: true, cookie: completed.cookie, awaitsSecondFactor: completed.awaitsSecondFactor };
}
