import { and, eq, gt, isNull } from 'drizzle-orm';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { rememberDevice } from '#app/platform/session/known-device.server.ts';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { recordElsewhere } from '#app/platform/audit/record-elsewhere.server.ts';
import { renewPassword } from '#app/platform/session/renew-password.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { passwordReset } from '#db/schema/index.ts';
import { tenantDatabase, type Tx } from '#db/tenant.ts';
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

/** Uses the link up. Of two that try at once the second waits here, and finds it used. */
async function useUp(tx: Tx, token: string, at: Date): Promise<boolean> {
  const tokenHash = hashSecret(token);
  const [used] = await tx
    .update(passwordReset)
    .set({ usedAt: at })
    .where(and(eq(passwordReset.tokenHash, tokenHash), isNull(passwordReset.usedAt), gt(passwordReset.expiresAt, at)))
    .returning({ userId: passwordReset.userId });
  return used !== undefined;
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
  const { organisationId } = open.viewer;
  const recorded = await tenantDatabase(pool, organisationId).transaction(async (tx) => {
    if (!(await useUp(tx, token, at))) return null;
    const entry = await renewPassword(tx, { userId, name, email, passwordHash, organisationId, at });
    await recordAudit(tx, { viewer: { userId, name, organisationId }, now: at }, entry);
    return entry;
  });
  if (recorded === null) return { state: 'void' };
  await recordElsewhere(recorded, { userId, name, at }, open.organisationIds.filter((id) => id !== organisationId));
  return { state: 'done', deviceCookie: rememberDevice({ userId, passwordHash }) };
}
