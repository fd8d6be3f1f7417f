import { and, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { mail } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { MailState } from './outbox-mail.ts';

/**
 * A mail that is about to be changed, locked so that no job takes it meanwhile. Throws 403 for whoever may
 * not manage access, 404 for an unknown mail.
 */
export async function lockMail(tx: Tx, context: Context, mailId: string): Promise<{ kind: string; state: MailState }> {
  authorise(context, 'manage-access');
  if (!isUuid(mailId)) throw notFound();
  const [found] = await tx
    .select({ kind: mail.kind, state: mail.state })
    .from(mail)
    .where(and(eq(mail.organisationId, context.db.organisationId), eq(mail.id, mailId)))
    .for('update');
  if (!found) throw notFound();
  return found;
}
