import { count, desc, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import type { OutboxMail } from './outbox-mail.ts';
import { presentMail } from './present-mail.server.ts';

/** Mails on one page. */
const pageSize = 50;

export interface Outbox {
  /** Newest first. */
  mails: OutboxMail[];
  /** In the whole outbox. */
  total: number;
  /** From 1; the last page for any that lies behind it. */
  page: number;
  pages: number;
  /** Whether a mail server is set; without one mails wait. */
  hasMailServer: boolean;
}

/** One page of the mails of the viewer's organisation. Throws 403 for whoever may not manage access. */
export async function readOutbox(context: Context, { page: wanted = 1 }: { page?: number } = {}): Promise<Outbox> {
  authorise(context, 'manage-access');
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const ofOwn = eq(mail.organisationId, organisationId);
    const [counted] = await tx.select({ total: count() }).from(mail).where(ofOwn);
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / pageSize));
    const page = Math.min(Math.max(1, wanted), pages);
    const rows = await tx
      .select()
      .from(mail)
      .where(ofOwn)
      .orderBy(desc(mail.createdAt), desc(mail.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    return { mails: rows.map(presentMail), total, page, pages, hasMailServer: runtime().mailServer !== null };
  });
}
