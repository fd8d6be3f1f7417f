import { randomUUID } from 'node:crypto';
import { and, eq, lt, ne } from 'drizzle-orm';
import type { Pool } from 'pg';
import { session } from '#db/schema/index.ts';
import { globalRead, globalTransaction } from '#db/tenant.ts';
import { requestScope } from '#app/platform/request-scope.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';

const hour = 3_600_000;
/** A session ends when nobody has used it for so long, in milliseconds. */
export const idleLimit = 2 * hour;
/** And it ends so long after signing in, however much it is used. */
export const absoluteLimit = 12 * hour;

/** What a session knows beside whose it is; a new token for the same session keeps it. */
export interface SessionAttributes {
  organisationId: string;
  /** When the person signed in. */
  createdAt: Date;
  method: 'password' | 'passkey' | 'single-sign-on';
  /** When a second factor was shown; null where none was. */
  secondFactorAt: Date | null;
  /** What is still owed before this is a session; null once nothing is. */
  awaits: 'second-factor' | null;
  /** The one organisation whose word for the user was taken; null where the user has shown credentials of their own. */
  boundOrganisationId: string | null;
}

export interface StoredSession extends SessionAttributes {
  userId: string;
  /** Names the session to its owner. */
  publicId: string;
  expiresAt: Date;
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

/** When a session that is used at this moment ends. */
export function expiryOf(createdAt: Date, usedAt: Date): Date {
  return earlier(new Date(usedAt.getTime() + idleLimit), new Date(createdAt.getTime() + absoluteLimit));
}

export async function insertSession(
  pool: Pool,
  token: string,
  stored: Omit<StoredSession, 'publicId'>,
  now: Date,
): Promise<void> {
  const row = { id: hashSecret(token), publicId: randomUUID(), lastSeenAt: now, ...requestScope(), ...stored };
  await globalTransaction(pool, (tx) => tx.insert(session).values(row));
}

/**
 * Puts a session in the place of another, in one step: false, and nothing stored, where the other has been
 * ended meanwhile.
 */
export async function replaceSession(
  pool: Pool,
  tokens: { before: string; after: string },
  stored: Omit<StoredSession, 'publicId'>,
  now: Date,
): Promise<boolean> {
  const row = { id: hashSecret(tokens.after), publicId: randomUUID(), lastSeenAt: now, ...requestScope(), ...stored };
  return globalTransaction(pool, async (tx) => {
    const { rowCount } = await tx.delete(session).where(eq(session.id, hashSecret(tokens.before)));
    if (rowCount === 0) return false;
    await tx.insert(session).values(row);
    return true;
  });
}

const sessionQuery = `
  select user_id as "userId", public_id as "publicId", organisation_id as "organisationId", created_at as "createdAt", expires_at as "expiresAt",
    method, second_factor_at as "secondFactorAt", awaits, bound_organisation_id as "boundOrganisationId"
  from lasting_session($1, $2)`;

/** The session of a token, while it lasts. */
export async function findSession(pool: Pool, token: string, now: Date): Promise<StoredSession | null> {
  const [found] = await globalRead<StoredSession>(pool, { text: sessionQuery, values: [hashSecret(token), now.toISOString()] });
  return found && expiryOf(found.createdAt, now) > now ? found : null;
}

/** Moves the end of a session that is used, never past its absolute limit, and notes from where it was. */
export async function extendSession(pool: Pool, token: string, now: Date): Promise<void> {
  await globalTransaction(pool, async (tx) => {
    const id = hashSecret(token);
    const [found] = await tx.select({ createdAt: session.createdAt }).from(session).where(eq(session.id, id));
    if (!found) return;
    const expiresAt = expiryOf(found.createdAt, now);
    await tx
      .update(session)
      .set({ expiresAt, lastSeenAt: now, ...requestScope() })
      .where(and(eq(session.id, id), lt(session.lastSeenAt, now)));
  });
}

export async function deleteSession(pool: Pool, token: string): Promise<void> {
  await globalTransaction(pool, (tx) => tx.delete(session).where(eq(session.id, hashSecret(token))));
}

/** All of a user's sessions, but for one where it is named. */
export async function deleteSessionsOf(pool: Pool, userId: string, exceptPublicId?: string): Promise<void> {
  const others = exceptPublicId === undefined ? undefined : ne(session.publicId, exceptPublicId);
  await globalTransaction(pool, (tx) => tx.delete(session).where(and(eq(session.userId, userId), others)));
}

export async function deleteExpiredSessions(pool: Pool, now: Date): Promise<void> {
  await globalTransaction(pool, (tx) => tx.delete(session).where(lt(session.expiresAt, now)));
}
