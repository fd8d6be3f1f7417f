import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { systemClock } from './clock.server.ts';
import { runtime } from './runtime.server.ts';
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
} from './session-store.server.ts';

/** Who uses a session, and which organisation they look at. */
export interface SessionSubject {
  userId: string;
  organisationId: string;
}

interface SessionAttributes {
  organisationId: string;
  /** When the person signed in. */
  createdAt: Date;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes>;
    UserId: string;
    DatabaseSessionAttributes: SessionAttributes;
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
    const { userId, organisationId, createdAt, expiresAt } = found;
    const session: DatabaseSession = {
      id: token,
      userId,
      expiresAt: toLuciasClock(expiresAt),
      attributes: { organisationId, createdAt },
    };
    return [session, { id: userId, attributes: {} }];
  },
  async getUserSessions() {
    throw new Error('Sessions cannot be listed: their tokens are stored nowhere.');
  },
  async setSession({ id: token, userId, attributes: { organisationId, createdAt } }) {
    const { pool, now } = runtime();
    await insertSession(pool, token, { userId, organisationId, createdAt, expiresAt: expiryOf(createdAt, now()) });
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

const tokenOf = (request: Request) => lucia().readSessionCookie(request.headers.get('Cookie') ?? '');

async function issue(subject: SessionSubject, createdAt: Date): Promise<string> {
  const { userId, organisationId } = subject;
  const session = await lucia().createSession(userId, { organisationId, createdAt });
  const cookie = lucia().createSessionCookie(session.id);
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

/** Who is signed in with this request; null when nobody is, or no longer. Being asked is being used. */
export async function readSession(request: Request): Promise<SessionSubject | null> {
  const token = tokenOf(request);
  if (token === null) return null;
  const { session } = await lucia().validateSession(token);
  return session && { userId: session.userId, organisationId: session.organisationId };
}

/**
 * A new token for the same session, to be called with any change of what the viewer may do; the old
 * token is worth nothing from then on. Ends no later for it. The answer is the Set-Cookie header,
 * or null when nobody is signed in.
 */
export async function rotateSession(request: Request, change: Partial<SessionSubject> = {}): Promise<string | null> {
  const token = tokenOf(request);
  if (token === null) return null;
  const { session } = await lucia().validateSession(token);
  if (!session) return null;
  await lucia().invalidateSession(token);
  const { userId, organisationId, createdAt } = session;
  return issue({ userId, organisationId, ...change }, createdAt);
}

/** Ends the session of this request, if there is one. The answer is the Set-Cookie header that clears the cookie. */
export async function endSession(request: Request): Promise<string> {
  const token = tokenOf(request);
  if (token !== null) await lucia().invalidateSession(token);
  return lucia().createBlankSessionCookie().serialize();
}

/** Ends every session of a user: after a new password, or when an account is closed. */
export async function endSessionsOf(userId: string): Promise<void> {
  await lucia().invalidateUserSessions(userId);
}
