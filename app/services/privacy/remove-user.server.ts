import { eq, sql } from 'drizzle-orm';
import { leaveOrganisation } from '#app/platform/session/leave-organisation.server.ts';
import { appUser, membership } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Takes a user out of the organisation in the running transaction, with their grants, their identity at
 * its provider and their sessions there. An account that belongs to no organisation any more goes with it.
 */
export async function removeUser(tx: Tx, { organisationId, userId }: { organisationId: string; userId: string }): Promise<void> {
  await leaveOrganisation(tx, { organisationId, userId });
  // Row-level security shows a user's memberships elsewhere to the user alone.
  await tx.execute(sql`select set_config('app.user_id', ${userId}, true)`);
  const elsewhere = await tx.select({ userId: membership.userId }).from(membership).where(eq(membership.userId, userId)).limit(1);
  await tx.execute(sql`select set_config('app.user_id', '', true)`);
  if (elsewhere.length === 0) await tx.delete(appUser).where(eq(appUser.id, userId));
}
