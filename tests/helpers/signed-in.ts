import { membership } from '#db/schema/index.ts';
import type { Context } from '#app/platform/context.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { type SessionSubject, startSession } from '#app/platform/session/session.server.ts';
import type { TestDatabase } from './database.ts';
import { sessionSubject } from './session-subject.ts';

/** A browser in which somebody has signed in. */
export interface SignedIn {
  /** A request of this browser; a form makes it a POST. */
  request(path?: string, form?: Record<string, string>): Request;
  /** Who it is, as a page would find out; throws what requireContext throws. */
  context(): Promise<Context>;
  /** Takes what a Set-Cookie header says. */
  take(setCookie: string | null): void;
}

/** Signs a user in by a new session, as from this network address and browser. */
export async function signedIn(
  userId: string,
  organisationId: string,
  wanted: Partial<SessionSubject> & { source?: string; userAgent?: string } = {},
): Promise<SignedIn> {
  const { source = '192.0.2.1', userAgent = '', ...subject } = wanted;
  const url = (path: string) => `http://localhost:3000${path}`;
  let cookie = '';
  const browser: SignedIn = {
    request: (path = '/', form) =>
      new Request(url(path), { headers: { Cookie: cookie }, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}) }),
    context: () => requireContext(browser.request()),
    take: (setCookie) => (cookie = setCookie?.split(';')[0] ?? ''),
  };
  const start = () => startSession(new Request(url('/sign-in')), sessionSubject(userId, organisationId, subject));
  browser.take(await inRequestScope({ source, userAgent }, start));
  return browser;
}

/** Whether this browser is signed in still. */
export async function isSignedIn(browser: SignedIn): Promise<boolean> {
  return browser.context().then(
    () => true,
    (thrown: unknown) => {
      if (thrown instanceof Response && thrown.status === 302) return false;
      throw thrown;
    },
  );
}

/** Makes somebody a member of one more organisation, which they joined in February 2026. */
export async function addMembership(db: Pick<TestDatabase, 'tenant'>, organisationId: string, userId: string): Promise<void> {
  const createdAt = new Date('2026-02-01T09:00:00Z');
  await db.tenant(organisationId).transaction((tx) => tx.insert(membership).values({ organisationId, userId, createdAt }));
}

/** Runs the work as a request, and then what it put off until its answer had left. */
export async function answered<T>(work: () => Promise<T>): Promise<T> {
  return inRequestScope({ source: '192.0.2.1', userAgent: '' }, async (afterwards) => {
    const answer = await work();
    for (const later of afterwards) await later();
    return answer;
  });
}
