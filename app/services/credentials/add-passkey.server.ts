import { verifyRegistrationResponse, type RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { takeFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { passkey } from '#db/schema/index.ts';
import { keepCodesForPage } from './keep-codes-for-page.server.ts';
import { lockOwner } from './lock-owner.server.ts';
import { makeRecoveryCodes } from './make-recovery-codes.server.ts';
import { queueSecurityNotice } from './queue-security-notice.server.ts';
import { parsePasskey } from './parse-passkey.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';
import { webAuthnParty } from './web-authn-party.server.ts';

const again = refuse(null, 'The passkey could not be added. Try again');

async function verified(answer: string, challenge: string) {
  const response = parsePasskey('registration', answer);
  if (!response) return null;
  const { rpID, expectedOrigin } = webAuthnParty();
  const verification = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
    // It throws for what does not fit, whatever it is; none of it is the person's to read.
  }).catch(() => null);
  return verification?.verified ? { ...verification.registrationInfo.credential, transports: response.response.transports } : null;
}

/**
 * Adds the passkey that this browser has just made for `beginPasskey`. With the first second factor come
 * recovery codes, kept for the page that shows them. The session has then shown a second factor and has a
 * new token. Answers the Set-Cookie headers. Throws 403 where the session may not change credentials.
 */
export async function addPasskey(
  context: Context,
  request: Request,
  answer: string,
): Promise<Answer<{ cookies: string[]; hasNewCodes: boolean }>> {
  const userId = await requireOwnCredentials(context, 'change-credentials');
  const begun = await takeFlow(request, 'passkey-register');
  if (begun?.userId !== userId) return again;
  const made = await verified(answer, String(begun.challenge));
  if (!made) return again;
  const name = String(begun.name);
  const { id, publicKey, counter, transports } = made;
  const codes = await context.db
    .transaction(async (tx) => {
      const owner = await lockOwner(tx, userId);
      await tx.insert(passkey).values({ id, userId, publicKey, counter, transports, name, createdAt: context.now });
      await recordAudit(tx, context, { action: 'passkey.add', subjectKind: 'user', subjectId: userId });
      await queueSecurityNotice(tx, context, owner, 'A passkey was added to your account.');
      return owner.recoveryCodesLeft === 0 ? makeRecoveryCodes(tx, userId, context.now) : [];
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'passkey_pkey')) return null;
      throw error;
    });
  if (codes === null) return refuse(null, 'This passkey is known already');
  const cookies = [await rotateSession(request, { secondFactorAt: context.now })];
  if (codes.length > 0) cookies.push(await keepCodesForPage(userId, codes));
  return { ok: true, value: { cookies: cookies.filter((cookie) => cookie !== null), hasNewCodes: codes.length > 0 } };
}
