import { and, asc, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { fillLink } from '#app/platform/mail/fill-link.ts';
import { mailText } from '#app/platform/mail/mail-text.server.ts';
import { mail } from '#db/schema/index.ts';

export interface ShownMail {
  toAddress: string;
  subject: string;
  createdAt: Date;
  text: string;
  /** False where the key is not the one that the link was sealed with; words then stand in its place. */
  isReadable: boolean;
}

function textOf(stored: { body: string; sealedLink: string | null }, key: Buffer): Pick<ShownMail, 'text' | 'isReadable'> {
  const text = mailText(stored, key);
  return { text: text ?? fillLink(stored.body, '[the link cannot be opened with this key]'), isReadable: text !== null };
}

/**
 * The mails of the organisation that wait, oldest first, with their links opened by this key: for a command
 * on the server alone, whose operator holds database and key anyway. A user is refused with 403, an
 * administrator too. Recorded as `mail.show`.
 */
export async function showWaitingMails(context: Context, key: Buffer): Promise<ShownMail[]> {
  authorise(context, 'manage-access');
  if (context.viewer.userId !== null) deny(context, 'show-waiting-mails', {});
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const waiting = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.organisationId, organisationId), eq(mail.state, 'waiting')))
      .orderBy(asc(mail.createdAt), asc(mail.id));
    for (const { id, kind } of waiting) {
      await recordAudit(tx, context, { action: 'mail.show', subjectKind: 'mail', subjectId: id, detail: { kind } });
    }
    return waiting.map((stored) => {
      const { toAddress, subject, createdAt } = stored;
      return { toAddress, subject, createdAt, ...textOf(stored, key) };
    });
  });
}
