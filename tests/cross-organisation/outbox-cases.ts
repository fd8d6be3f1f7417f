import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { discardMail } from '#app/services/organisation/discard-mail.server.ts';
import { lockMail } from '#app/services/organisation/lock-mail.server.ts';
import { presentMail } from '#app/services/organisation/present-mail.server.ts';
import { readMail } from '#app/services/organisation/read-mail.server.ts';
import { readOutbox } from '#app/services/organisation/read-outbox.server.ts';
import { resendMail } from '#app/services/organisation/resend-mail.server.ts';
import { showWaitingMails } from '#app/services/organisation/show-waiting-mails.server.ts';
import { mail } from '#db/schema/index.ts';
import { testSettings } from '#tests/helpers/test-runtime.ts';
import type { Cases, Scene } from './scene.ts';

/** The mail of B's invitation, with which all that is said of it is true. */
async function mailOfB({ b }: Scene): Promise<typeof mail.$inferSelect> {
  const { db } = await b.as('administrator');
  const [found] = await db.transaction((tx) => tx.select().from(mail).where(eq(mail.organisationId, b.id)).limit(1));
  if (!found) throw new Error('The scene has no mail of B.');
  return found;
}

/** A command's context: nobody is signed in there. */
const operator = ({ context }: Scene) => ({ ...context, viewer: { ...context.viewer, userId: null } });

/** A has mails of its own, to addresses that other cases typed in: the one that stays names nobody of B. */
async function leaveOneMail({ a, inA }: Scene): Promise<void> {
  await inA(async (tx) => {
    await tx.delete(mail).where(eq(mail.organisationId, a.id));
    const at = new Date('2026-06-01T09:00:00Z');
    const own = { kind: 'invitation', toAddress: 'own@example.org', toName: 'Own', subject: 'Own', body: 'Own', state: 'waiting' as const };
    await tx.insert(mail).values({ ...own, organisationId: a.id, id: randomUUID(), createdAt: at, nextAttemptAt: at });
  });
}

/** Mails that wait or have gone out. */
export const outboxCases: Cases = {
  'organisation/discard-mail': [['404', async (scene) => discardMail(scene.context, (await mailOfB(scene)).id)]],
  'organisation/lock-mail': [
    ['404', async (scene) => {
      const { id } = await mailOfB(scene);
      return scene.inA((tx, inside) => lockMail(tx, inside, id));
    }],
  ],
  // It is handed a row and reads none.
  'organisation/present-mail': [['nothing', async (scene) => presentMail({ ...(await mailOfB(scene)), toName: '', subject: '' })]],
  'organisation/read-mail': [['404', async (scene) => readMail(scene.context, (await mailOfB(scene)).id)]],
  'organisation/read-outbox': [['nothing', (scene) => leaveOneMail(scene).then(() => readOutbox(scene.context))]],
  'organisation/resend-mail': [['404', async (scene) => resendMail(scene.context, (await mailOfB(scene)).id)]],
  'organisation/show-waiting-mails': [['nothing', (scene) => leaveOneMail(scene).then(() => showWaitingMails(operator(scene), testSettings.secretKey))]],
};
