import type { Context } from '#app/platform/context.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { securityNotice } from '#app/platform/mail/security-notice.server.ts';
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
  const undo = { words: 'choose a new password and look at where you are signed in:', path: '/account' };
  await queueMail(tx, { organisationId, now }, securityNotice({ to, sentence, undo }, now));
}
