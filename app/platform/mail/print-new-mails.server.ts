import { and, asc, eq, gte } from 'drizzle-orm';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { mailText } from './mail-text.server.ts';

/**
 * Prints each mail that has come to wait since the start, once and with its link, for whoever develops and
 * has no mail server. Never otherwise: a link in a log lets everybody in who reads the log.
 */
export function printNewMails(say: (message: string) => void): (runtime: Runtime) => Promise<void> {
  const printed = new Set<string>();
  let startedAt: Date | undefined;
  return async (runtime) => {
    const { pool, isDevelopment, mailServer, now } = runtime;
    if (!isDevelopment || mailServer !== null) return;
    const since = (startedAt ??= now());
    const found = await globalTransaction(
      pool,
      (tx) =>
        tx
          .select({ organisationId: mail.organisationId, id: mail.id })
          .from(mail)
          .where(and(eq(mail.state, 'waiting'), gte(mail.createdAt, since)))
          .orderBy(asc(mail.createdAt), asc(mail.id)),
      { job: 'mail' },
    );
    for (const { organisationId, id } of found.filter((one) => !printed.has(one.id))) {
      const [one] = await tenantDatabase(pool, organisationId).transaction((tx) =>
        tx.select().from(mail).where(and(eq(mail.organisationId, organisationId), eq(mail.id, id))),
      );
      printed.add(id);
      if (!one) continue;
      say(`\nA mail waits: there is no SMTP_URL.\nTo: ${one.toAddress}\nSubject: ${one.subject}\n\n${mailText(one) ?? one.body}\n`);
    }
  };
}
