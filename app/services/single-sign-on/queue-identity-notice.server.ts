import { eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { appUser } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Tells a user by mail what has changed about how they sign in, as a sentence: whoever did not do it learns of it. */
export async function queueIdentityNotice(tx: Tx, { viewer, now }: Context, userId: string, sentence: string): Promise<void> {
  const [user] = await tx.select({ email: appUser.email, name: appUser.name }).from(appUser).where(eq(appUser.id, userId));
  if (!user) return;
  await queueMail(tx, { organisationId: viewer.organisationId, now }, {
    kind: 'security-notice',
    to: { address: user.email, name: user.name },
    subject: 'Capability Map: a change to how you sign in',
    body: [
      sentence,
      `This was on ${momentInWords(now)}.`,
      '',
      'If it was you, there is nothing to do.',
      '',
      'If it was not, change your password, undo it under',
      `${runtime().origin}/account/single-sign-on`,
      'and tell the administrator of your organisation.',
    ].join('\n'),
  });
}
