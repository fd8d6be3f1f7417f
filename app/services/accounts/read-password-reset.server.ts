import { and, eq, gt, isNull } from 'drizzle-orm';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { appUser, passwordReset } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

export type PasswordResetLink =
  /** Whom the link was mailed to. */
  | { state: 'open'; userId: string; name: string; email: string }
  /** Wrong, used, too old or overtaken by a newer one: nobody learns which. */
  | { state: 'void' }
  | { state: 'throttled'; retryAfterSeconds: number };

/**
 * Whom a mailed link to a new password belongs to, while it works: 30 minutes, once. Links that do not
 * are counted by source, at most 5 an hour; an address without one is no guess.
 */
export async function readPasswordReset({ token, source }: { token: string; source: string }): Promise<PasswordResetLink> {
  if (token === '') return { state: 'void' };
  // A count of its own: who asks for a new link after an old one has failed must be able to.
  const turn = await takeTurn('reset', { 'wrong-link': source });
  if (!turn.allowed) return { state: 'throttled', retryAfterSeconds: turn.retryAfterSeconds };
  const { pool, now } = runtime();
  const [found] = await globalTransaction(pool, (tx) =>
    tx
      .select({ userId: appUser.id, name: appUser.name, email: appUser.email })
      .from(passwordReset)
      .innerJoin(appUser, eq(appUser.id, passwordReset.userId))
      .where(and(eq(passwordReset.tokenHash, hashSecret(token)), isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, now()))),
  );
  if (!found) return { state: 'void' };
  await turn.giveBack();
  return { state: 'open', ...found };
}
