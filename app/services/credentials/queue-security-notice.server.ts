import type { Context } from '#app/platform/context.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Tells somebody by mail of a change of what they sign in with: whoever did not do it learns of it.
 * `sentence`: what happened. The mail is of the organisation that they are looking at.
 */
export async function queueSecurityNotice(
  tx: Tx,
  { db: { organisationId }, now }: Pick<Context, 'db' | 'now'>,
  to: { email: string; name: string },
  sentence: string,
): Promise<void> {
  await queueMail(tx, { organisationId, now }, {
    kind: 'security-notice',
    to: { address: to.email, name: to.name },
    subject: 'Capability Map: a change to how you sign in',
    body: [
      sentence,
      `This was on ${momentInWords(now)}.`,
      '',
      'If it was you, there is nothing to do.',
      '',
      'If it was not, choose a new password and look at where you are signed in:',
      `${runtime().origin}/account`,
      'and tell the administrator of your organisation.',
    ].join('\n'),
  });
}
