import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { appUser, passkey, recoveryCode, totpCredential } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** A user and what they can show of themselves. */
export interface CredentialOwner {
  email: string;
  name: string;
  hasPassword: boolean;
  hasAuthenticator: boolean;
  passkeys: number;
  recoveryCodesLeft: number;
}

/**
 * Holds the credentials of a user for this transaction, so that changes take turns: two that are each
 * lawful could together leave nothing to sign in with. Throws an Error for an unknown user.
 */
export async function lockOwner(tx: Tx, userId: string): Promise<CredentialOwner> {
  const [user] = await tx
    .select({ email: appUser.email, name: appUser.name, passwordHash: appUser.passwordHash })
    .from(appUser)
    .where(eq(appUser.id, userId))
    .for('update');
  if (!user) throw new Error('The credentials of somebody unknown were asked for.');
  const [totp] = await tx
    .select({ userId: totpCredential.userId })
    .from(totpCredential)
    .where(and(eq(totpCredential.userId, userId), isNotNull(totpCredential.confirmedAt)));
  const [keys] = await tx.select({ count: count() }).from(passkey).where(eq(passkey.userId, userId));
  const [codes] = await tx
    .select({ count: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)));
  const { email, name, passwordHash } = user;
  const [hasPassword, hasAuthenticator] = [passwordHash !== null, totp !== undefined];
  return { email, name, hasPassword, hasAuthenticator, passkeys: keys!.count, recoveryCodesLeft: codes!.count };
}
