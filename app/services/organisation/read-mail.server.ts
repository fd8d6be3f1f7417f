import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { fillLink } from '#app/platform/mail/fill-link.ts';
import { mailText } from '#app/platform/mail/mail-text.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import type { OutboxMail } from './outbox-mail.ts';
import { presentMail } from './present-mail.server.ts';

export interface OpenedMail extends OutboxMail {
  /** With the link, or with words in its place. */
  text: string;
  /** `shown`: the text holds the live link. `withheld`: it has one that is not shown. `none`: it has none, or none any more. */
  link: 'shown' | 'withheld' | 'none';
  hasMailServer: boolean;
}

/**
 * A mail with its text. The link is shown of an invitation alone, while it waits and no mail server is there
 * to send it: somebody then has to hand it over. Any other link (of a new password, say) would let an
 * administrator into the account of the one it is meant for. That a link was shown is recorded. Throws 403
 * for whoever may not manage access, 404 for an unknown mail.
 */
export async function readMail(context: Context, mailId: string): Promise<OpenedMail> {
  authorise(context, 'manage-access');
  if (!isUuid(mailId)) throw notFound();
  const { organisationId } = context.db;
  const hasMailServer = runtime().mailServer !== null;
  return context.db.transaction(async (tx) => {
    const [found] = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.organisationId, organisationId), eq(mail.id, mailId)));
    if (!found) throw notFound();
    const { body, sealedLink, kind, state } = found;
    const facts = { ...presentMail(found), hasMailServer };
    if (sealedLink === null) return { ...facts, text: fillLink(body, '[the link is not kept any more]'), link: 'none' };
    if (kind !== 'invitation' || state !== 'waiting' || hasMailServer) {
      return { ...facts, text: fillLink(body, '[the link is not shown here]'), link: 'withheld' };
    }
    const text = mailText(found);
    if (text === null) {
      return { ...facts, text: fillLink(body, '[the link cannot be opened: SECRET_KEY is another one than when it was written]'), link: 'withheld' };
    }
    await recordAudit(tx, context, { action: 'mail.show-link', subjectKind: 'mail', subjectId: mailId, detail: { kind } });
    return { ...facts, text, link: 'shown' };
  });
}
