import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { type AuditEntry, recordAudit } from '#app/platform/audit.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { rememberDevice } from '#app/platform/known-device.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret-hash.server.ts';
import { appUser, passkey, passwordReset, recoveryCode, session, totpCredential } from '#db/schema/index.ts';
import { tenantDatabase, type Tx } from '#db/tenant.ts';
import { passwordNotice } from './password-notice.server.ts';
import { readOpenMembership } from './read-open-membership.server.ts';
import { type PasswordResetLink, readPasswordReset } from './read-password-reset.server.ts';

export interface PasswordReset {
  /** Of the mailed link. */
  token: string;
  newPassword: string;
  /** The network address that it comes from. */
  source: string;
}

export type ResetAnswer =
  /** `deviceCookie`, a Set-Cookie header: strangers who guess at the account do not keep its owner from signing in with the new password. */
  | { state: 'done'; deviceCookie: string }
  | { state: 'refused'; problem: Problem } | Exclude<PasswordResetLink, { state: 'open' }>;

/** Uses the link up, and voids all others of its user. Of two that try at once the second waits here, and finds it used. */
async function useUp(tx: Tx, token: string, at: Date): Promise<boolean> {
  const tokenHash = hashSecret(token);
  const [used] = await tx
    .update(passwordReset)
    .set({ usedAt: at })
    .where(and(eq(passwordReset.tokenHash, tokenHash), isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, at)))
    .returning({ userId: passwordReset.userId });
  if (!used) return false;
  await tx.delete(passwordReset).where(and(eq(passwordReset.userId, used.userId), ne(passwordReset.tokenHash, tokenHash)));
  return true;
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
 * Sets a new password by the mailed link. It works once; every session of the user ends, and nobody is
 * signed in by it, so that a second factor is asked for as always; but the first mail that reaches an
 * address takes away every factor that was set up before it. Said in a mail, and recorded in every
 * organisation of the user: in the first that is open to them with the deed itself, in the others right
 * after it. A password that is easily guessed is refused, and the link goes on working. A link that does
 * not work, and one of a user to whom no organisation is open any more, read alike. Throws a 503 response
 * while too many passwords wait to be hashed.
 */
export async function resetPassword({ token, newPassword, source }: PasswordReset): Promise<ResetAnswer> {
  const link = await readPasswordReset({ token, source });
  if (link.state !== 'open') return link;
  const { userId, name, email } = link;
  const fault = judgePassword(newPassword, email);
  if (fault !== null) return { state: 'refused', problem: { field: 'newPassword', message: fault } };
  const open = await readOpenMembership(userId);
  if (!open) return { state: 'void' };
  const passwordHash = await hashPassword(newPassword);
  const { pool, now } = runtime();
  const at = now();
  const entryOf = (factorsRemoved: boolean): AuditEntry => ({ action: 'password.reset', subjectKind: 'user', subjectId: userId, detail: { factorsRemoved } });
  const { organisationId } = open.viewer;
  const recorded = await tenantDatabase(pool, organisationId).transaction(async (tx) => {
    if (!(await useUp(tx, token, at))) return null;
    await tx.update(appUser).set({ passwordHash }).where(eq(appUser.id, userId));
    await tx.delete(session).where(eq(session.userId, userId));
    const entry = entryOf(await proveAddress(tx, userId, at));
    await queueMail(tx, { organisationId, now: at }, passwordNotice({ name, email }, at));
    await recordAudit(tx, { viewer: { userId, name, organisationId }, now: at }, entry);
    return entry;
  });
  if (recorded === null) return { state: 'void' };
  for (const other of open.organisationIds.filter((id) => id !== organisationId)) {
    const viewer = { userId, name, organisationId: other };
    await tenantDatabase(pool, other).transaction((tx) => recordAudit(tx, { viewer, now: at }, recorded));
  }
  return { state: 'done', deviceCookie: rememberDevice({ userId, passwordHash }) };
}
