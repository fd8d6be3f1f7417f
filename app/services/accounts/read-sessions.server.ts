import { and, desc, eq, gt } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { describeDevice } from '#app/platform/session/describe-device.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { absoluteLimit } from '#app/platform/session/session-store.server.ts';
import { session } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

/** One of the viewer's own sessions. */
export interface OwnSession {
  publicId: string;
  organisationId: string;
  /** Browser and system in words. */
  device: string;
  /** The network address that it was last used from; empty where none was seen. */
  source: string;
  signedInAt: Date;
  lastSeenAt: Date;
  method: 'password' | 'passkey' | 'single-sign-on';
  hasSecondFactor: boolean;
  /** The first factor was right, and the second is still owed: it opens nothing yet. */
  awaitsSecondFactor: boolean;
  /** The session that asks. */
  isThis: boolean;
}

/**
 * Where the viewer is signed in, the session that asks first, then the last seen first. A session on the
 * word of one organisation sees those alone that rest on the same word. Throws 403 for a viewer without
 * an account.
 */
export async function readSessions(context: Context): Promise<OwnSession[]> {
  const userId = requireOwnAccount(context);
  const { viewer, now, db } = context;
  const isBound = viewer.session?.isBound ?? true;
  const rows = await globalTransaction(runtime().pool, (tx) =>
    tx
      .select()
      .from(session)
      .where(
        and(
          eq(session.userId, userId),
          gt(session.expiresAt, now),
          gt(session.createdAt, new Date(now.getTime() - absoluteLimit)),
          isBound ? eq(session.boundOrganisationId, db.organisationId) : undefined,
        ),
      )
      .orderBy(desc(session.lastSeenAt), desc(session.createdAt), session.publicId),
  );
  const own = rows.map(
    (row): OwnSession => ({
      publicId: row.publicId,
      organisationId: row.organisationId,
      device: describeDevice(row.userAgent),
      source: row.source,
      signedInAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      method: row.method,
      hasSecondFactor: row.secondFactorAt !== null,
      awaitsSecondFactor: row.awaits !== null,
      isThis: row.publicId === viewer.session?.publicId,
    }),
  );
  return [...own.filter(({ isThis }) => isThis), ...own.filter(({ isThis }) => !isThis)];
}
