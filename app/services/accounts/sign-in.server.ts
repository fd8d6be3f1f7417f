import { eq } from 'drizzle-orm';
import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import { completeSignIn } from '#app/platform/session/complete-sign-in.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { type DeviceOwner, knownDevice, rememberDevice } from '#app/platform/session/known-device.server.ts';
import { verifyPassword } from '#app/platform/session/password.server.ts';
import { recordFailedSignIn } from '#app/platform/audit/record-failed-sign-in.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

export interface SignInAttempt {
  email: string;
  password: string;
  /** The network address that it comes from. */
  source: string;
}

export type SignInAnswer =
  /** `awaitsSecondFactor`: the session is none until a second factor is shown. Both cookies are Set-Cookie headers. */
  | { ok: true; cookie: string; deviceCookie: string; awaitsSecondFactor: boolean }
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

type Found = Awaited<ReturnType<typeof findUser>>;

/** Does the same work whether or not the user is there, so that neither words nor time tell. */
async function verified(user: Found, password: string): Promise<DeviceOwner | null> {
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  return user?.passwordHash && matches ? { userId: user.id, passwordHash: user.passwordHash } : null;
}

/**
 * A browser in which the user has signed in before has guesses of its own: what strangers guess does not
 * use them up, so that nobody can be kept out of their account for good.
 */
function takeGuess(request: Request, user: Found, { email, source }: { email: string; source: string }) {
  const device = user?.passwordHash ? knownDevice(request, { userId: user.id, passwordHash: user.passwordHash }) : null;
  return takeTurn('sign-in', device === null ? { account: email, source } : { device });
}

/**
 * Signs somebody in by e-mail address and password, with a new session in the place of the
 * browser's earlier one; the answer holds its Set-Cookie header. An unknown address and a wrong
 * password read alike. At most 10 failed guesses in 5 minutes for each account and from each source; a
 * browser that is known for the account has 10 of its own. Throws a 503 response while too many passwords wait to be checked.
 */
export async function signIn(request: Request, attempt: SignInAttempt): Promise<SignInAnswer> {
  const email = tidyEmail(attempt.email);
  if (email === '') return refuse('email', 'Enter your e-mail address');
  if (attempt.password === '') return refuse('password', 'Enter your password');
  const user = await findUser(email);
  const guess = await takeGuess(request, user, { email, source: attempt.source });
  if (!guess.allowed) {
    recordFailedSignIn(user?.id ?? null, 'sign-in.throttled');
    return refuse(null, `Too many attempts to sign in. ${waitInWords(guess.retryAfterSeconds)}`, guess.retryAfterSeconds);
  }
  const owner = await verified(user, attempt.password).catch(async (error: unknown) => {
    await guess.giveBack();
    throw error;
  });
  if (owner === null) {
    recordFailedSignIn(user?.id ?? null, 'sign-in.fail');
    return refuse(null, 'The e-mail address or the password is wrong');
  }
  await guess.giveBack();
  const completed = await completeSignIn(request, { userId: owner.userId, method: 'password', countsForTwo: false, boundOrganisationId: null });
  if (!completed.ok) {
    return refuse(null, 'Your account belongs to no organisation. Ask the administrator of yours to add you');
  }
  const { cookie, awaitsSecondFactor } = completed;
  return { ok: true, cookie, deviceCookie: rememberDevice(owner), awaitsSecondFactor };
}
