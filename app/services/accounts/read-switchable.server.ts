import { and, count, eq, isNull } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { membership } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

/**
 * Whether the viewer has another organisation to go to, for the bar at the top of every page: one
 * query, and none for a session that is bound to its organisation. Row-level security shows a user
 * their own memberships and nobody else's.
 */
export async function readSwitchable({ viewer }: Context): Promise<boolean> {
  const { userId, session } = viewer;
  if (userId === null || (session?.isBound ?? true)) return false;
  const [found] = await globalTransaction(
    runtime().pool,
    (tx) =>
      tx
        .select({ memberships: count() })
        .from(membership)
        .where(and(eq(membership.userId, userId), isNull(membership.suspendedAt))),
    { userId },
  );
  return found!.memberships > 1;
}
