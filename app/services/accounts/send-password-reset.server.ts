import { randomBytes } from 'node:crypto';
import { eq, lt, or } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { appUser, passwordReset } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { readOpenMembership } from './read-open-membership.server.ts';

/** How long the link works, in minutes. */
const lastsMinutes = 30;

const withLink = [
  'Somebody, probably you, asked for a new password for your account.',
  'This link sets it:',
  '',
  '{link}',
  '',
  `It works once, within ${lastsMinutes} minutes. Only the newest link works.`,
  '',
  'If it was not you, there is nothing to do: your password stays as it is.',
].join('\n');

const withoutPassword = [
  'Somebody, probably you, asked for a new password for your account.',
  'Your account has no password: you sign in with a passkey or through',
  'your organisation. Nothing was changed.',
  '',
  'If you cannot sign in any more, ask the administrator of your organisation.',
].join('\n');

/**
 * Mails a link to a new password to the user of this address, and makes their older links void. Nothing
 * happens where nobody signs in with it, or no organisation is open to who does; who has no password is
 * told so in place of a link. Of the link's token only the hash is stored; the link itself is sealed until
 * it is sent. Recorded in the organisation that the mail goes out from. To be called once the answer has
 * left: how long it takes tells whether there is an account.
 */
export async function sendPasswordReset(email: string): Promise<void> {
  const { pool, now, origin } = runtime();
  const [user] = await globalTransaction(pool, (tx) =>
    tx
      .select({ id: appUser.id, name: appUser.name, passwordHash: appUser.passwordHash })
      .from(appUser)
      .where(eq(appUser.email, email)),
  );
  if (!user) return;
  const open = await readOpenMembership(user.id);
  if (!open) return;
  const { organisationId } = open.viewer;
  const at = now();
  const to = { address: email, name: user.name };
  const token = randomBytes(32).toString('base64url');
  await tenantDatabase(pool, organisationId).transaction(async (tx) => {
    // Two requests at once take turns here, so that only one of their links is left.
    await tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.id, user.id)).for('update');
    await tx.delete(passwordReset).where(or(eq(passwordReset.userId, user.id), lt(passwordReset.expiresAt, at)));
    if (user.passwordHash === null) {
      await queueMail(tx, { organisationId, now: at }, { kind: 'security-notice', to, subject: 'Your account has no password', body: withoutPassword });
    } else {
      const expiresAt = new Date(at.getTime() + lastsMinutes * 60_000);
      await tx.insert(passwordReset).values({ tokenHash: hashSecret(token), userId: user.id, createdAt: at, expiresAt });
      const link = `${origin}/reset-password?${new URLSearchParams({ token })}`;
      await queueMail(tx, { organisationId, now: at }, { kind: 'password-reset', to, subject: 'Set a new password', body: withLink, link });
    }
    const actor = { userId: null, name: 'Somebody who is not signed in', organisationId };
    await recordAudit(tx, { viewer: actor, now: at }, { action: 'password.reset-request', subjectKind: 'user', subjectId: user.id });
  });
}
