import { lt, or, sql } from 'drizzle-orm';
import { runtime } from '#app/platform/runtime.server.ts';
import { deleteExpiredSessions } from '#app/platform/session/session-store.server.ts';
import { passwordReset, signInFlow, throttle } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

const day = 86_400_000;

/**
 * Deletes what was needed to come in and is over since a day: links to a new password, sign-ins that were
 * never ended, sessions, counters of the throttles. They belong to no organisation, so none decides on them.
 */
export async function eraseSpentSecrets(): Promise<void> {
  const { pool, now } = runtime();
  const before = new Date(now().getTime() - day);
  await deleteExpiredSessions(pool, before);
  await globalTransaction(pool, async (tx) => {
    await tx.delete(passwordReset).where(or(lt(passwordReset.usedAt, before), lt(passwordReset.expiresAt, before)));
    await tx.delete(signInFlow).where(lt(signInFlow.expiresAt, before));
    // The throttles count by the clock of the database.
    await tx.delete(throttle).where(lt(throttle.expire, sql`(extract(epoch from now()) - 86400) * 1000`));
  });
}
