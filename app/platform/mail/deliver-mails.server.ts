import { and, asc, eq, lte } from 'drizzle-orm';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { claimMail } from './claim-mail.server.ts';
import { judgeFailure } from './judge-failure.ts';
import { mailText } from './mail-text.server.ts';
import { sendMail } from './send-mail.server.ts';
import { settleMail } from './settle-mail.server.ts';

/** After this long nobody is still at it: the process that took the mail has ended. */
const forgottenMs = 10 * 60_000;
/** Mails that one run looks at; the next run takes up where it ends. */
const most = 100;

const forgotten = 'The service stopped while the mail was being handed over. It may have arrived.';
const sealedOtherwise = 'The link in this mail cannot be opened: SECRET_KEY is another one than when the mail was written.';

type Place = { organisationId: string; id: string };

/** The policy of the job lets it see which mails ask for something, of all organisations; nothing else is read here. */
function findMails({ pool }: Runtime, where: ReturnType<typeof and>): Promise<Place[]> {
  return globalTransaction(
    pool,
    (tx) =>
      tx
        .select({ organisationId: mail.organisationId, id: mail.id })
        .from(mail)
        .where(where)
        .orderBy(asc(mail.nextAttemptAt), asc(mail.id))
        .limit(most),
    { job: 'mail' },
  );
}

/** Mails that a killed process left behind: they may have gone out, so nobody sends them again by himself. */
async function giveUpForgotten(runtime: Runtime): Promise<void> {
  const before = new Date(runtime.now().getTime() - forgottenMs);
  const isForgotten = and(eq(mail.state, 'sending'), lte(mail.claimedAt, before));
  for (const { organisationId, id } of await findMails(runtime, isForgotten)) {
    await tenantDatabase(runtime.pool, organisationId).transaction((tx) =>
      tx
        .update(mail)
        .set({ state: 'unsure', lastError: forgotten })
        .where(and(eq(mail.organisationId, organisationId), eq(mail.id, id), isForgotten)),
    );
  }
}

/** Takes one mail and sends it. Answers whether the next one is worth a try. */
async function deliver(runtime: Runtime, { organisationId, id }: Place, stopping: AbortSignal): Promise<boolean> {
  const { mailServer: server, origin, now, log, pool } = runtime;
  if (server === null) return false;
  const db = tenantDatabase(pool, organisationId);
  const claimed = await claimMail(db, id, now());
  if (!claimed) return true;
  const text = mailText(claimed);
  if (text === null) {
    await settleMail(db, claimed, { state: 'failed', reason: sealedOtherwise }, now());
    return true;
  }
  const { subject, toAddress: address, toName: name, kind, attempts } = claimed;
  const result = await sendMail({ id, to: { address, name }, subject, text }, { server, origin, now: now(), stopping });
  if (result.isSent) {
    await settleMail(db, claimed, null, now());
    log.info({ mail: id, kind, attempts }, 'mail sent');
    return true;
  }
  const judgement = judgeFailure(result.error, result.isContentSent);
  await settleMail(db, claimed, judgement, now());
  log.warn({ mail: id, kind, attempts, state: judgement.state, reason: judgement.reason }, 'mail not sent');
  return !judgement.isServersFault;
}

/**
 * Sends what is due, of all organisations, one mail after the other. Any number of processes may do so at
 * once: each mail is taken by one of them. Without a mail server everything stays where it is.
 */
export async function deliverMails(runtime: Runtime, stopping: AbortSignal): Promise<void> {
  await giveUpForgotten(runtime);
  if (runtime.mailServer === null) return;
  const isDue = and(eq(mail.state, 'waiting'), lte(mail.nextAttemptAt, runtime.now()));
  for (const place of await findMails(runtime, isDue)) {
    if (stopping.aborted || !(await deliver(runtime, place, stopping))) return;
  }
}
