import { type Adapter, type DatabaseSession, generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { systemClock } from '#app/platform/clock.server.ts';
import { readCookie } from './read-cookie.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import {
  absoluteLimit,
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  expiryOf,
  extendSession,
  findSession,
  idleLimit,
  insertSession,
  replaceSession,
  type SessionAttributes,
} from './session-store.server.ts';

/** Who signs in, to which organisation, and what they have shown. */
export interface SessionSubject extends Omit<SessionAttributes, 'createdAt'> {
  userId: string;
}

/** A session in use. */
export interface CurrentSession extends SessionAttributes {
  userId: string;
  publicId: string;
}

/** Lucia takes the attributes back as it gave them out; the public name is the table's own. */
type KnownAttributes = SessionAttributes & { publicId: string };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<KnownAttributes>;
    UserId: string;
    DatabaseSessionAttributes: KnownAttributes;
  }
}

/**
 * Lucia reads the clock of the machine and cannot be given another. It is told of every moment as
 * far away from its own present as the moment is from ours.
 */
const toLuciasClock = (moment: Date) =>
  new Date(systemClock().getTime() + (moment.getTime() - runtime().now().getTime()));

/**
 * Between Lucia and the table: hashes every token on its way, and sets the end of a session by our
 * clock and both of our limits, whatever Lucia asks for.
 */
const adapter: Adapter = {
  async getSessionAndUser(token) {
    const { pool, now } = runtime();
    const found = await findSession(pool, token, now());
    if (!found) return [null, null];
    const { userId, expiresAt, ...attributes } = found;
    const session: DatabaseSession = {
      id: token,
      userId,
      expiresAt: toLuciasClock(expiresAt),
      attributes,
    };
    return [session, { id: userId, attributes: {} }];
  },
  async getUserSessions() {
    throw new Error('Sessions cannot be listed: their tokens are stored nowhere.');
  },
  async setSession({ id: token, userId, attributes: { publicId: _unused, ...attributes } }) {
    const { pool, now } = runtime();
    const at = now();
    await insertSession(pool, token, { userId, ...attributes, expiresAt: expiryOf(attributes.createdAt, at) }, at);
  },
  updateSessionExpiration: (token) => extendSession(runtime().pool, token, runtime().now()),
  deleteSession: (token) => deleteSession(runtime().pool, token),
  deleteUserSessions: (userId) => deleteSessionsOf(runtime().pool, userId),
  deleteExpiredSessions: () => deleteExpiredSessions(runtime().pool, runtime().now()),
};

/**
 * Lucia has a session's end moved once less than half of this is left: with this much, as soon as a
 * minute of the idle limit is used up, so that not every request writes.
 */
const writeRhythm = 2 * (idleLimit - 60_000);

function lucia() {
  const secure = runtime().origin.startsWith('https:');
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(writeRhythm, 'ms'),
    // A browser takes a cookie of this prefix only over https, for this very host and every path.
    sessionCookie: { name: secure ? '__Host-capability' : 'capability', attributes: { secure } },
    getSessionAttributes: (attributes) => attributes,
  });
}

/** As many as Lucia's own tokens have. */
const tokenBytes = 25;

/** Not by Lucia, which throws at a cookie of any name that is not encoded as it expects. */
const tokenOf = (request: Request) => readCookie(request, lucia().sessionCookieName);

async function issue(subject: SessionSubject, createdAt: Date): Promise<string> {
  const { userId, ...attributes } = subject;
  const session = await lucia().createSession(userId, { publicId: '', ...attributes, createdAt });
  return cookieFor(session.id);
}

function cookieFor(token: string): string {
  const cookie = lucia().createSessionCookie(token);
  cookie.attributes.maxAge = absoluteLimit / 1000;
  delete cookie.attributes.expires;
  return cookie.serialize();
}

/** Starts a session, in the place of the one that the browser had, if any. The answer is the Set-Cookie header. */
export async function startSession(request: Request, subject: SessionSubject): Promise<string> {
  const before = tokenOf(request);
  if (before !== null) await lucia().invalidateSession(before);
  await lucia().deleteExpiredSessions();
  return issue(subject, runtime().now());
}

async function validSession(request: Request): Promise<CurrentSession | null> {
  const token = tokenOf(request);
  if (token === null) return null;
  const { session } = await lucia().validateSession(token);
  if (!session) return null;
  const { userId, publicId, organisationId, createdAt, method, secondFactorAt, awaits, boundOrganisationId } = session;
  return { userId, publicId, organisationId, createdAt, method, secondFactorAt, awaits, boundOrganisationId };
}

/** Who is signed in with this request; null when nobody is, not yet, or no longer. Being asked is being used. */
export async function readSession(request: Request): Promise<CurrentSession | null> {
  const session = await validSession(request);
  return session?.awaits === null ? session : null;
}

/** Who has shown one factor with this request and owes another; null for everybody else. */
export async function readUnfinishedSession(request: Request): Promise<CurrentSession | null> {
  const session = await validSession(request);
  return session?.awaits === null ? null : session;
}

/**
 * A new token for the same session, to be called with any change of what the viewer may do; the old
 * token is worth nothing from then on. Ends no later for it. The answer is the Set-Cookie header, or
 * null when nobody is signed in, or the session has been ended meanwhile.
 */
export async function rotateSession(request: Request, change: Partial<SessionSubject> = {}): Promise<string | null> {
  const token = tokenOf(request);
  const session = await validSession(request);
  if (token === null || !session) return null;
  const { pool, now } = runtime();
  const at = now();
  const { publicId: _old, ...stored } = { ...session, ...change };
  const after = generateIdFromEntropySize(tokenBytes);
  const isReplaced = await replaceSession(pool, { before: token, after }, { ...stored, expiresAt: expiryOf(stored.createdAt, at) }, at);
  return isReplaced ? cookieFor(after) : null;
}

/** Ends the session of this request, if there is one. The answer is the Set-Cookie header that clears the cookie. */
export async function endSession(request: Request): Promise<string> {
  const token = tokenOf(request);
  if (token !== null) await lucia().invalidateSession(token);
  return lucia().createBlankSessionCookie().serialize();
}

/** Ends every session of a user, but for the named one: after a new password, or when an account is closed. */
export async function endSessionsOf(userId: string, exceptPublicId?: string): Promise<void> {
  await deleteSessionsOf(runtime().pool, userId, exceptPublicId);
}
