import { readSession } from '#app/platform/session/session.server.ts';
import { completeSignIn } from '#app/platform/session/complete-sign-in.server.ts';
import { verifyPassword } from '#app/platform/session/password.server.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { acceptInvitation, type AcceptAnswer, type AcceptingAccount } from './accept-invitation.server.ts';
import { findInvitation, type InvitationBearer } from './find-invitation.server.ts';
import { readWayIn } from './read-way-in.server.ts';

/** With the Set-Cookie header of a new session, which may still await a second factor. */
export type AcceptedWithPassword = { ok: true; cookie: string; awaitsSecondFactor: boolean } | Extract<AcceptAnswer, { ok: false }>;

export interface WithPassword extends InvitationBearer {
  /** Of a new account. */
  name: string;
  /** The one that they choose, or the one they have. */
  password: string;
}

const no = (field: string | null, message: string, isOver = false): Extract<AcceptAnswer, { ok: false }> => ({
  ok: false,
  isOver,
  problem: { field, message },
});

/** The account of somebody whom no organisation lets in at present, by its password: as many guesses as at the sign-in. */
async function ownAccount(email: string, { password, source }: WithPassword, passwordHash: string | null, userId: string) {
  if (password === '') return no('password', 'Enter your password');
  const guess = await takeTurn('sign-in', { account: email, source });
  if (!guess.allowed) throw tooManyRequests(guess.retryAfterSeconds);
  const matches = await verifyPassword(passwordHash, password).catch(async (error: unknown) => {
    await guess.giveBack();
    throw error;
  });
  if (!matches) return no('password', 'This is not the password of your account');
  await guess.giveBack();
  const account: AcceptingAccount = { kind: 'signed-in', userId };
  return { ok: true as const, account };
}

/**
 * Accepts an invitation with a password and signs its bearer in: as somebody new, who chooses it, or as
 * somebody whom no organisation lets in at present, who has it. Whoever can sign in does that first. Throws
 * what acceptInvitation throws, and 429 after too many wrong passwords.
 */
export async function acceptWithPassword(request: Request, input: WithPassword): Promise<AcceptedWithPassword> {
  const { token, source, name, password } = input;
  const found = await findInvitation(input);
  if (!found) return no(null, 'This invitation does not work any more.', true);
  if (await readSession(request)) return no(null, 'You are signed in already. Accept as who you are signed in as, or sign out first.');
  const wayIn = await readWayIn(found.email);
  if (wayIn.way === 'sign-in') return no(null, 'You have an account with this e-mail address already. Sign in with it to accept.');
  const shown =
    wayIn.way === 'new'
      ? { ok: true as const, account: { kind: 'new' as const, name, password } }
      : await ownAccount(found.email, input, wayIn.passwordHash, wayIn.userId);
  if (!shown.ok) return shown;
  const answer = await acceptInvitation({ token, source, account: shown.account });
  if (!answer.ok) return answer;
  const completed = await completeSignIn(request, {
    userId: answer.value.userId,
    method: 'password',
    countsForTwo: false,
    boundOrganisationId: null,
  });
  return completed.ok ? completed : no(null, 'You have joined. Sign in to go on.');
}
