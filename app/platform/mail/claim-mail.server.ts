import { and, eq, lte, sql } from 'drizzle-orm';
import { mail } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';

/** A mail that this process, and no other, may send: once. */
export type ClaimedMail = typeof mail.$inferSelect & { claimedAt: Date };

/**
 * Takes a mail that is due and marks it as being sent. The mark is kept before anything is said to the mail
 * server: whatever happens to this process then, nobody takes the mail for one that was never tried. Null
 * where another has it, or it is no longer due.
 */
export async function claimMail(db: TenantDatabase, mailId: string, now: Date): Promise<ClaimedMail | null> {
  const { organisationId } = db;
  return db.transaction(async (tx) => {
    const own = and(eq(mail.organisationId, organisationId), eq(mail.id, mailId));
    const [due] = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(own, eq(mail.state, 'waiting'), lte(mail.nextAttemptAt, now)))
      .for('update', { skipLocked: true });
    if (!due) return null;
    const [claimed] = await tx
      .update(mail)
      .set({ state: 'sending', claimedAt: now, attempts: sql`${mail.attempts} + 1` })
      .where(own)
      .returning();
    return { ...claimed!, claimedAt: now };
  });
}
