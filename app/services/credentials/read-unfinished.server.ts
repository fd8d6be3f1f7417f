import { count, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { readUnfinishedSession } from '#app/platform/session/session.server.ts';
import { passkey } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';

export interface Unfinished {
  /** Who has shown one factor. Opens nothing but the check of the other one: it holds no grants. */
  context: Context;
  userId: string;
  method: 'password' | 'passkey' | 'single-sign-on';
  hasPasskey: boolean;
}

/** The sign-in of this request that awaits a second factor; null where there is none, or its user may no longer come in. */
export async function readUnfinished(request: Request): Promise<Unfinished | null> {
  const session = await readUnfinishedSession(request);
  if (!session) return null;
  const { pool, now } = runtime();
  const { userId, method } = session;
  const db = tenantDatabase(pool, session.organisationId);
  const at = now();
  const resolved = await resolveViewer(db, userId, at);
  if (!resolved) return null;
  const [keys] = await db.transaction((tx) => tx.select({ count: count() }).from(passkey).where(eq(passkey.userId, userId)));
  return { context: { viewer: { ...resolved.viewer, grants: [] }, db, now: at }, userId, method, hasPasskey: keys!.count > 0 };
}
