import { eq } from 'drizzle-orm';
import { runtime } from '#app/platform/runtime.server.ts';
import { readOpenMembership } from '#app/services/accounts/read-open-membership.server.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

/**
 * How somebody who is invited shows who they are: `new`, nobody has the address yet; `sign-in`, somebody has
 * it and can sign in; `own-password`, somebody has it and no organisation lets them in at present, so that
 * they can show their password to the invitation alone.
 */
export type WayIn = { way: 'new' } | { way: 'sign-in' | 'own-password'; userId: string; passwordHash: string | null };

/** The way in for an e-mail address, in lower case. Asks no permission: the bearer of an invitation for the address may know. */
export async function readWayIn(email: string): Promise<WayIn> {
  const [user] = await globalTransaction(runtime().pool, (tx) =>
    tx.select({ userId: appUser.id, passwordHash: appUser.passwordHash }).from(appUser).where(eq(appUser.email, email)),
  );
  if (!user) return { way: 'new' };
  return { way: (await readOpenMembership(user.userId)) ? 'sign-in' : 'own-password', ...user };
}
