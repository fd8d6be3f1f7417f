import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { type Answer, tooMany } from '#app/platform/throttle/answer.ts';
import { requestScope } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { beginFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { passkey } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { webAuthnParty } from './web-authn-party.server.ts';

/**
 * What the browser needs to ask for a passkey, with the Set-Cookie header that remembers it for ten
 * minutes. With a user: as their second factor, one of theirs. With null: as the only factor, whichever
 * the person chooses, so that the answer tells nothing about anybody. At most 120 in 5 minutes from each source.
 */
export async function beginPasskeySignIn(
  userId: string | null,
): Promise<Answer<{ options: PublicKeyCredentialRequestOptionsJSON; cookie: string }>> {
  const turn = await takeTurn('passkey-sign-in', { source: requestScope().source });
  if (!turn.allowed) return tooMany(turn.retryAfterSeconds);
  const allowCredentials =
    userId === null
      ? []
      : await globalTransaction(runtime().pool, (tx) =>
          tx.select({ id: passkey.id, transports: passkey.transports }).from(passkey).where(eq(passkey.userId, userId)),
        );
  const options = await generateAuthenticationOptions({ rpID: webAuthnParty().rpID, allowCredentials, userVerification: 'required' });
  return { ok: true, value: { options, cookie: await beginFlow('passkey-sign-in', { challenge: options.challenge, userId }) } };
}
