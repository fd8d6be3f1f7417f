import { isEmail } from '#app/domain/access/is-email.ts';
import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import type { Problem } from '#app/platform/context.ts';
import { afterAnswer } from '#app/platform/request-scope.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { sendPasswordReset } from './send-password-reset.server.ts';

export type ResetRequestAnswer =
  | { ok: true }
  /** `retryAfterSeconds` is set where there were too many requests. */
  | { ok: false; problem: Problem; retryAfterSeconds: number | null };

/**
 * Has a link to a new password mailed to an address, where somebody signs in with it. The answer says
 * nothing of that: everything that depends on it is done once the answer has left. At most 5 an hour for
 * each address and from each source, counted alike for addresses that nobody signs in with.
 */
export async function requestPasswordReset(wanted: { email: string; source: string }): Promise<ResetRequestAnswer> {
  const email = tidyEmail(wanted.email);
  if (!isEmail(email) || email.includes('\0')) {
    return { ok: false, problem: { field: 'email', message: 'Enter your e-mail address, such as name@example.org' }, retryAfterSeconds: null };
  }
  const turn = await takeTurn('reset', { account: email, source: wanted.source });
  if (!turn.allowed) {
    const message = `A new password was asked for too often. ${waitInWords(turn.retryAfterSeconds)}`;
    return { ok: false, problem: { field: null, message }, retryAfterSeconds: turn.retryAfterSeconds };
  }
  afterAnswer(() => sendPasswordReset(email));
  return { ok: true };
}
