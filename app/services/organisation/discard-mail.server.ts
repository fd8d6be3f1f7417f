import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { mail } from '#db/schema/index.ts';
import { lockMail } from './lock-mail.server.ts';

/**
 * Takes a mail out of the outbox, with its text and link: it is not sent any more. One that is sent, or
 * being sent, is refused: nobody can call it back. Throws 403 and 404 as lockMail does.
 */
export async function discardMail(context: Context, mailId: string): Promise<Outcome<null>> {
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const { kind, state } = await lockMail(tx, context, mailId);
    if (state === 'sent') return refused(null, 'This mail has been sent meanwhile and cannot be called back.');
    if (state === 'sending') return refused(null, 'This mail is being sent at this moment. Look again in a minute.');
    await tx.delete(mail).where(and(eq(mail.organisationId, organisationId), eq(mail.id, mailId)));
    await recordAudit(tx, context, { action: 'mail.discard', subjectKind: 'mail', subjectId: mailId, detail: { kind, state } });
    return done(null);
  });
}
