import { and, eq, isNull, ne } from 'drizzle-orm';
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
  const { userId, organisationId, session } = viewer;
  if (userId === null || (session?.isBound ?? true)) return false;
  const [other] = await globalTransaction(
    runtime().pool,
    (tx) =>
      tx
        .select({ organisationId: membership.organisationId })
        .from(membership)
        .where(and(eq(membership.userId, userId), ne(membership.organisationId, organisationId), isNull(membership.suspendedAt)))
        .limit(1),
    { userId },
  );
  return other !== undefined;
}
