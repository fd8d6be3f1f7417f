import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { and, eq } from 'drizzle-orm';
import { runtime } from '#app/platform/runtime.server.ts';
import { takeFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { passkey } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { parsePasskey } from './parse-passkey.server.ts';
import { webAuthnParty } from './web-authn-party.server.ts';

/** A passkey that is its user's only factor must itself say whose it is; beside a password it may. */
function namesUser(userHandle: string | undefined, userId: string, isOnlyFactor: boolean): boolean {
  if (userHandle === undefined) return !isOnlyFactor;
  return Buffer.from(userHandle, 'base64url').toString('utf8') === userId;
}

/**
 * Whose passkey answered the challenge that this browser was given; null where it answered another one,
 * for another site, without asking its user for PIN, finger or face, or with a counter that has stood
 * still. `askedOf`: the user that it was asked of, null where it was asked of nobody. A challenge is used
 * up by the first answer, right or wrong.
 */
export async function verifyPasskey(request: Request, answer: string, askedOf: string | null): Promise<string | null> {
  const begun = await takeFlow(request, 'passkey-sign-in');
  const response = parsePasskey('authentication', answer);
  if (!begun || begun.userId !== askedOf || !response) return null;
  const { pool, now } = runtime();
  const [known] = await globalTransaction(pool, (tx) => tx.select().from(passkey).where(eq(passkey.id, response.id)));
  if (!known || (askedOf !== null && known.userId !== askedOf)) return null;
  if (!namesUser(response.response.userHandle, known.userId, askedOf === null)) return null;
  const { rpID, expectedOrigin } = webAuthnParty();
  const verification = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: String(begun.challenge),
    expectedOrigin,
    expectedRPID: rpID,
    credential: { id: known.id, publicKey: known.publicKey, counter: known.counter },
    requireUserVerification: true,
    // It throws for what does not fit, whatever it is; none of it is the person's to read.
  }).catch(() => null);
  if (!verification?.verified) return null;
  const { newCounter } = verification.authenticationInfo;
  const used = await globalTransaction(pool, (tx) =>
    tx
      .update(passkey)
      .set({ counter: newCounter, lastUsedAt: now() })
      .where(and(eq(passkey.id, known.id), eq(passkey.counter, known.counter))),
  );
  return used.rowCount === 1 ? known.userId : null;
}
