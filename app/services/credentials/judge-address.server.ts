import { and, eq, isNull } from 'drizzle-orm';
import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

/**
 * Whether a user may set up a factor: where mail is sent, only once a mail has reached them at their
 * address. The first password that is set by mail takes away what was set up before it (as whoever made the
 * account may not be whose address it is), and must not be a way around somebody's own second factor.
 */
export async function judgeAddress(userId: string): Promise<Answer<null>> {
  const { pool, mailServer } = runtime();
  if (mailServer === null) return { ok: true, value: null };
  const [unproven] = await globalTransaction(pool, (tx) =>
    tx.select({ id: appUser.id }).from(appUser).where(and(eq(appUser.id, userId), isNull(appUser.emailProvenAt))),
  );
  if (!unproven) return { ok: true, value: null };
  return refuse(
    null,
    'Show first that your e-mail address is yours: sign out, choose “I have forgotten my password”, and set a password by the link in the mail. Then come back here',
  );
}
