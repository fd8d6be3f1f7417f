import { and, eq, gt, lt } from 'drizzle-orm';
import type { Pool } from 'pg';
import { session } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { hashSecret } from './secret-hash.server.ts';

const hour = 3_600_000;
/** A session ends when nobody has used it for so long, in milliseconds. */
export const idleLimit = 2 * hour;
/** And it ends so long after signing in, however much it is used. */
export const absoluteLimit = 12 * hour;

export interface StoredSession {
  userId: string;
  organisationId: string;
  /** When the person signed in; a new token for the same session keeps it. */
  createdAt: Date;
  expiresAt: Date;
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

/** When a session that is used at this moment ends. */
export function expiryOf(createdAt: Date, usedAt: Date): Date {
  return earlier(new Date(usedAt.getTime() + idleLimit), new Date(createdAt.getTime() + absoluteLimit));
}

export async function insertSession(pool: Pool, token: string, stored: StoredSession): Promise<void> {
  await globalTransaction(pool, (tx) => tx.insert(session).values({ id: hashSecret(token), ...stored }));
}

/** The session of a token, while it lasts. */
export async function findSession(pool: Pool, token: string, now: Date): Promise<StoredSession | null> {
  const [found] = await globalTransaction(pool, (tx) =>
    tx
      .select({
        userId: session.userId,
        organisationId: session.organisationId,
        createdAt: session.createdAt,
        expiresAt: session.expiresAt,
      })
      .from(session)
      .where(and(eq(session.id, hashSecret(token)), gt(session.expiresAt, now))),
  );
  return found && expiryOf(found.createdAt, now) > now ? found : null;
}

/** Moves the end of a session that is used, never past its absolute limit. */
export async function extendSession(pool: Pool, token: string, now: Date): Promise<void> {
  await globalTransaction(pool, async (tx) => {
    const id = hashSecret(token);
    const [found] = await tx.select({ createdAt: session.createdAt }).from(session).where(eq(session.id, id));
    if (!found) return;
    const expiresAt = expiryOf(found.createdAt, now);
    await tx.update(session).set({ expiresAt }).where(and(eq(session.id, id), lt(session.expiresAt, expiresAt)));
  });
}

export async function deleteSession(pool: Pool, token: string): Promise<void> {
  await globalTransaction(pool, (tx) => tx.delete(session).where(eq(session.id, hashSecret(token))));
}

export async function deleteSessionsOf(pool: Pool, userId: string): Promise<void> {
  await globalTransaction(pool, (tx) => tx.delete(session).where(eq(session.userId, userId)));
}

export async function deleteExpiredSessions(pool: Pool, now: Date): Promise<void> {
  await globalTransaction(pool, (tx) => tx.delete(session).where(lt(session.expiresAt, now)));
}
