import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { appUser, firstRunToken } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { hashSecret } from './secret-hash.server.ts';

/**
 * A new one-time token for the first-run page, in the place of any earlier one; null where somebody
 * can sign in already. Only its hash is stored, so this is the only time that it can be shown.
 */
export async function issueFirstRunToken(pool: Pool, now: Date): Promise<string | null> {
  return globalTransaction(pool, async (tx) => {
    const users = await tx.select({ id: appUser.id }).from(appUser).limit(1);
    if (users.length > 0) return null;
    const token = randomBytes(24).toString('base64url');
    const values = { tokenHash: hashSecret(token), createdAt: now };
    await tx
      .insert(firstRunToken)
      .values({ id: 1, ...values })
      .onConflictDoUpdate({ target: firstRunToken.id, set: values });
    return token;
  });
}
