import { and, eq, isNull, ne } from 'drizzle-orm';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { knownDevice, rememberDevice } from '#app/platform/session/known-device.server.ts';
import { passwordNotice } from '#app/platform/mail/password-notice.server.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { hashPassword, verifyPassword } from '#app/platform/session/password.server.ts';
import { afterAnswer } from '#app/platform/request-scope.server.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { appUser, passwordReset, session } from '#db/schema/index.ts';
import { readCredentials } from './read-credentials.server.ts';

export interface NewPassword {
  /** Left empty by somebody who has none yet. */
  currentPassword: string;
  newPassword: string;
  /** The network address that it comes from. */
  source: string;
}

export type PasswordAnswer =
  /** `cookie` is the Set-Cookie header of the session under its new token, null where it has just ended; `deviceCookie` that of a known browser. */
  | { ok: true; cookie: string | null; deviceCookie: string }
  /** `retryAfterSeconds` is set where nothing was looked at, because there were too many attempts. */
  | { ok: false; problem: Problem; retryAfterSeconds: number | null };

const refuse = (field: string | null, message: string, retryAfterSeconds: number | null = null): PasswordAnswer => ({
  ok: false,
  problem: { field, message },
  retryAfterSeconds,
});

interface Known {
  userId: string;
  email: string;
  passwordHash: string;
}

/** Noted once the answer has left: somebody may be at a screen that its owner has left open. */
function recordFailure(context: Context, userId: string): void {
  afterAnswer(() =>
    context.db.transaction((tx) => recordAudit(tx, context, { action: 'password.fail', subjectKind: 'user', subjectId: userId })),
  );
}

/** Whether the current password is right, counted as a guess like one on the sign-in page; null when it is. */
async function judgeCurrent(request: Request, context: Context, known: Known, input: NewPassword): Promise<PasswordAnswer | null> {
  if (input.currentPassword === '') return refuse('currentPassword', 'Enter your current password');
  const device = knownDevice(request, known);
  const guess = await takeTurn('sign-in', device === null ? { account: known.email, source: input.source } : { device });
  if (!guess.allowed) {
    return refuse(null, `Too many attempts. ${waitInWords(guess.retryAfterSeconds)}`, guess.retryAfterSeconds);
  }
  const matches = await verifyPassword(known.passwordHash, input.currentPassword).catch(async (error: unknown) => {
    await guess.giveBack();
    throw error;
  });
  if (!matches) {
    recordFailure(context, known.userId);
    return refuse('currentPassword', 'This is not your current password. Enter the one that you sign in with');
  }
  await guess.giveBack();
  return null;
}

/**
 * Gives the viewer a new password. Every other session of theirs ends with it, every mailed link to a new
 * password is void, and this session goes on under a new token. Said in a mail and recorded. A wrong
 * current password counts as a guess; a new one that is easily guessed is refused at its field. Who has no
 * password can set one once they have shown a second factor, such as a passkey. Throws 403 for a session
 * on the word of one organisation and for a viewer without an account; 503 while too many passwords wait
 * to be hashed.
 */
export async function changePassword(request: Request, context: Context, input: NewPassword): Promise<PasswordAnswer> {
  const { viewer, now } = context;
  if (viewer.session?.isBound ?? true) deny(context, 'change-password');
  const { userId, name, email, passwordHash } = await readCredentials(context);
  if (passwordHash !== null) {
    const refusedCurrent = await judgeCurrent(request, context, { userId, email, passwordHash }, input);
    if (refusedCurrent) return refusedCurrent;
  } else if (!viewer.session?.hasSecondFactor) {
    return refuse(null, 'Sign in with your passkey first. A password can then be set');
  }
  const fault = judgePassword(input.newPassword, email);
  if (fault !== null) return refuse('newPassword', fault);
  if (input.newPassword === input.currentPassword) return refuse('newPassword', 'Enter a password that is not the one you have now');
  const newHash = await hashPassword(input.newPassword);
  const { publicId } = viewer.session!;
  const isChanged = await context.db.transaction(async (tx) => {
    // Only the password that was shown is replaced: of two changes at once one is refused.
    const asShown = passwordHash === null ? isNull(appUser.passwordHash) : eq(appUser.passwordHash, passwordHash);
    const changed = await tx.update(appUser).set({ passwordHash: newHash }).where(and(eq(appUser.id, userId), asShown));
    if (changed.rowCount === 0) return false;
    await tx.delete(session).where(and(eq(session.userId, userId), ne(session.publicId, publicId)));
    await tx.delete(passwordReset).where(eq(passwordReset.userId, userId));
    await queueMail(tx, { organisationId: context.db.organisationId, now }, passwordNotice({ name, email }, now));
    await recordAudit(tx, context, { action: 'password.change', subjectKind: 'user', subjectId: userId });
    return true;
  });
  if (!isChanged) return refuse('currentPassword', 'Your password has just been changed elsewhere. Enter the one that you have now');
  return { ok: true, cookie: await rotateSession(request), deviceCookie: rememberDevice({ userId, passwordHash: newHash }) };
}
