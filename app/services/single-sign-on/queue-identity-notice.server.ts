import { eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { securityNotice } from '#app/platform/mail/security-notice.server.ts';
import { appUser } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Tells a user by mail what has changed about how they sign in, as a sentence: whoever did not do it learns of it. */
export async function queueIdentityNotice(tx: Tx, { viewer, now }: Context, userId: string, sentence: string): Promise<void> {
  const [user] = await tx.select({ email: appUser.email, name: appUser.name }).from(appUser).where(eq(appUser.id, userId));
  if (!user) return;
  const undo = { words: 'change your password, undo it under', path: '/account/single-sign-on' };
  await queueMail(tx, { organisationId: viewer.organisationId, now }, securityNotice({ to: user, sentence, undo }, now));
}
