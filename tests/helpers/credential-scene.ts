import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Context } from '#app/platform/context.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { startSession, type SessionSubject } from '#app/platform/session/session.server.ts';
import { addPasskey } from '#app/services/credentials/add-passkey.server.ts';
import { beginPasskey } from '#app/services/credentials/begin-passkey.server.ts';
import { beginTotp } from '#app/services/credentials/begin-totp.server.ts';
import { confirmTotp } from '#app/services/credentials/confirm-totp.server.ts';
import { readPendingTotp } from '#app/services/credentials/read-pending-totp.server.ts';
import { takeRecoveryCodes } from '#app/services/credentials/take-recovery-codes.server.ts';
import { addOrganisation } from './add-organisation.ts';
import { addUser, testPassword } from './add-user.ts';
import type { TestDatabase } from './database.ts';
import { sessionSubject } from './session-subject.ts';
import { softwareAuthenticator } from './software-authenticator.ts';

const url = 'http://localhost:3000/account/second-factor';
const pair = (cookie: string) => cookie.split(';')[0] ?? '';

/** What an authenticator app shows at a moment, some steps off. */
export function codeAt(secret: string, at: Date, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at.getTime() + steps * 30_000 });
}

/** A browser: keeps the cookies that it is given. */
export function browser() {
  const jar = new Map<string, string>();
  return {
    take: (cookies: readonly string[]) => {
      for (const cookie of cookies) jar.set(pair(cookie).split('=')[0]!, pair(cookie));
    },
    request: (form?: Record<string, string>, at = url) =>
      new Request(at, {
        headers: { cookie: [...jar.values()].join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      }),
  };
}

export type Browser = ReturnType<typeof browser>;

/** Somebody of an organisation of their own, signed in with their password. */
export async function signedInUser(db: TestDatabase, wanted: Partial<SessionSubject> & { organisationId?: string } = {}) {
  const organisationId = wanted.organisationId ?? (await addOrganisation(db));
  const { userId, email } = await addUser(db, organisationId);
  const own = browser();
  const signIn = async (subject: Partial<SessionSubject> = {}, into: Browser = own) =>
    into.take([await startSession(into.request(), sessionSubject(userId, organisationId, { ...wanted, ...subject }))]);
  await signIn();
  const context = (of: Browser = own): Promise<Context> => requireContext(of.request(), { secondFactor: true });
  return { organisationId, userId, email, browser: own, signIn, context };
}

export type SignedInUser = Awaited<ReturnType<typeof signedInUser>>;

function valueOf<T>(answer: { ok: true; value: T } | { ok: false; problem: { message: string } }): T {
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

/** Sets up an authenticator and answers its secret and the recovery codes that came with it. */
export async function setUpTotp(user: SignedInUser): Promise<{ secret: string; codes: string[] | null }> {
  await beginTotp(await user.context());
  const { secret } = (await readPendingTotp(await user.context()))!;
  const code = codeAt(secret, runtime().now());
  const confirmed = await confirmTotp(await user.context(), user.browser.request(), { code, password: testPassword });
  user.browser.take(valueOf(confirmed).cookies);
  return { secret, codes: await takeRecoveryCodes(await user.context(), user.browser.request()) };
}

/** Adds a passkey in software. */
export async function setUpPasskey(user: SignedInUser, name = 'Work laptop') {
  const authenticator = softwareAuthenticator();
  const begun = valueOf(await beginPasskey(await user.context(), user.browser.request(), { name, password: testPassword }));
  user.browser.take([begun.cookie]);
  const added = await addPasskey(await user.context(), user.browser.request(), authenticator.make(begun.options));
  user.browser.take(valueOf(added).cookies);
  return authenticator;
}

/** Runs the work as if it came from the network, from a place of its own unless one is given. */
export function fromSource<T>(work: () => T, source: string = randomUUID()): T {
  return inRequestScope({ source, userAgent: 'test' }, () => work());
}
