import { and, eq, isNull } from 'drizzle-orm';
import { appUser, passkey, passwordReset, recoveryCode, session, totpCredential } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { AuditEntry } from '#app/platform/audit/audit.server.ts';
import { passwordNotice } from '#app/platform/mail/password-notice.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';

export interface RenewedPassword {
  userId: string;
  name: string;
  email: string;
  passwordHash: string;
  /** In whose outbox and audit it stands. */
  organisationId: string;
  at: Date;
}

/**
 * The first time that a mail proves whose address it is: what somebody else may have set up on the account
 * before goes. Whether anything did.
 */
async function proveAddress(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const proven = and(eq(appUser.id, userId), isNull(appUser.emailProvenAt));
  const { rowCount } = await tx.update(appUser).set({ emailProvenAt: at }).where(proven);
  if (rowCount === 0) return false;
  const keys = await tx.delete(passkey).where(eq(passkey.userId, userId));
  const codes = await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  const authenticators = await tx.delete(totpCredential).where(eq(totpCredential.userId, userId));
  return [keys, codes, authenticators].some((gone) => gone.rowCount !== 0);
}

/**
 * Gives a user a new password by a secret that a mail has brought to their address: every session of theirs
 * ends, every open link to a new password is void, and the first mail that reaches an address takes away every
 * factor that was set up before it. Said in a mail; answers the audit entry, which the caller records here and in
 * the user's other organisations. Asks no permission: whoever calls has checked the secret, and that a mail alone can have
 * brought it.
 */
export async function renewPassword(tx: Tx, { userId, name, email, passwordHash, organisationId, at }: RenewedPassword): Promise<AuditEntry> {
  await tx.update(appUser).set({ passwordHash }).where(eq(appUser.id, userId));
  await tx.delete(session).where(eq(session.userId, userId));
  await tx.delete(passwordReset).where(and(eq(passwordReset.userId, userId), isNull(passwordReset.usedAt)));
  const factorsRemoved = await proveAddress(tx, userId, at);
  const entry: AuditEntry = { action: 'password.reset', subjectKind: 'user', subjectId: userId, detail: { factorsRemoved } };
  await queueMail(tx, { organisationId, now: at }, passwordNotice({ name, email }, at));
  return entry;
}
