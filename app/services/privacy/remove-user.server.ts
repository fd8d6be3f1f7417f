import { and, eq, sql } from 'drizzle-orm';
import { accessGrant, appUser, membership, organisationNotice, session } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { erasedName } from './erased-name.ts';

/**
 * Takes a user out of the organisation in the running transaction, with their grants, their identity at
 * its provider and their sessions there. An account that belongs to no organisation any more goes with it.
 */
export async function removeUser(tx: Tx, { organisationId, userId }: { organisationId: string; userId: string }): Promise<void> {
  const [account] = await tx.select({ name: appUser.name }).from(appUser).where(eq(appUser.id, userId));
  if (account) {
    // As an assessor and an author they may stand under the account's name, which need not be the record's.
    await tx.execute(sql`select erase_assessor(${userId}, ${account.name})`);
    await tx
      .update(organisationNotice)
      .set({ updatedByName: erasedName })
      .where(and(eq(organisationNotice.organisationId, organisationId), eq(organisationNotice.updatedByName, account.name)));
  }
  await tx.delete(accessGrant).where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)));
  await tx.delete(membership).where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
  await tx.delete(session).where(and(eq(session.organisationId, organisationId), eq(session.userId, userId)));
  // Row-level security shows a user's memberships elsewhere to the user alone.
  await tx.execute(sql`select set_config('app.user_id', ${userId}, true)`);
  const elsewhere = await tx.select({ userId: membership.userId }).from(membership).where(eq(membership.userId, userId)).limit(1);
  await tx.execute(sql`select set_config('app.user_id', '', true)`);
  if (elsewhere.length === 0) await tx.delete(appUser).where(eq(appUser.id, userId));
}
