import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import { lockMail } from './lock-mail.server.ts';

/**
 * Has a mail tried anew, at once and with as many attempts as a new one: one that failed, one of which
 * nobody knows whether it arrived (it may then arrive twice), or one that waits for its next attempt. One
 * that is sent, or being sent, is refused. Answers whether there is a mail server to try it with. Throws 403 and 404 as lockMail does.
 */
export async function resendMail(context: Context, mailId: string): Promise<Outcome<{ hasMailServer: boolean }>> {
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const { kind, state } = await lockMail(tx, context, mailId);
    if (state === 'sent') return refused(null, 'This mail has been sent meanwhile. Its link is not kept, so it cannot be sent again.');
    if (state === 'sending') return refused(null, 'This mail is being sent at this moment. Look again in a minute.');
    await tx
      .update(mail)
      .set({ state: 'waiting', nextAttemptAt: context.now, attempts: 0, claimedAt: null })
      .where(and(eq(mail.organisationId, organisationId), eq(mail.id, mailId)));
    await recordAudit(tx, context, { action: 'mail.resend', subjectKind: 'mail', subjectId: mailId, detail: { kind, state } });
    return done({ hasMailServer: runtime().mailServer !== null });
  });
}
