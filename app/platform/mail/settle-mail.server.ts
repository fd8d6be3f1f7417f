import { and, eq } from 'drizzle-orm';
import { mail } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import type { ClaimedMail } from './claim-mail.server.ts';
import type { Judgement } from './judge-failure.ts';
import { nextAttempt } from './next-attempt.ts';

/** What came of an attempt: null is success. */
type Outcome = Pick<Judgement, 'state' | 'reason'> | null;

function changes(outcome: Outcome, { attempts, nextAttemptAt }: ClaimedMail, now: Date): Partial<typeof mail.$inferInsert> {
  // What lets its bearer in is not kept for longer than it has to be.
  if (outcome === null) return { state: 'sent', sentAt: now, sealedLink: null, lastError: null };
  const { state, reason } = outcome;
  if (state !== 'waiting') return { state, lastError: reason };
  const again = nextAttempt(attempts, now);
  return { state: again === null ? 'failed' : 'waiting', nextAttemptAt: again ?? nextAttemptAt, lastError: reason };
}

/**
 * Keeps what came of an attempt. Only of this one: where the mail was taken for forgotten meanwhile and
 * somebody has it sent again, the newer attempt has its own end.
 */
export async function settleMail(db: TenantDatabase, claimed: ClaimedMail, outcome: Outcome, now: Date): Promise<void> {
  const { organisationId } = db;
  await db.transaction((tx) =>
    tx
      .update(mail)
      .set(changes(outcome, claimed, now))
      .where(
        and(
          eq(mail.organisationId, organisationId),
          eq(mail.id, claimed.id),
          eq(mail.claimedAt, claimed.claimedAt),
          eq(mail.attempts, claimed.attempts),
        ),
      ),
  );
}
