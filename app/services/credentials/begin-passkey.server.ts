import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { directionWords, turnsDirection } from '#app/domain/access/turns-direction.ts';
import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { beginFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { appUser, passkey } from '#db/schema/index.ts';
import { confirmOwner } from './confirm-owner.server.ts';
import { judgeAddress } from './judge-address.server.ts';
import { webAuthnParty } from './web-authn-party.server.ts';

const longestName = 60;
const passkeysAtMost = 20;

/**
 * What the browser needs to make a passkey, with the Set-Cookie header that remembers it for ten minutes.
 * The passkey is to know its user by itself and to ask for PIN, finger or face, so that it can be the only
 * factor. `name`: what its owner will call it, 1 to 60 characters. Throws 403 as `confirmOwner` does.
 */
export async function beginPasskey(
  context: Context,
  request: Request,
  { name: typedName, password }: { name: string; password: string },
): Promise<Answer<{ options: PublicKeyCredentialCreationOptionsJSON; cookie: string }>> {
  if (turnsDirection(typedName)) return refuse('name', directionWords);
  const name = typedName.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (name === '') return refuse('name', 'Enter a name for the passkey, such as the device it is on');
  if ([...name].length > longestName) return refuse('name', `Enter a name of at most ${longestName} characters`);
  const confirmed = await confirmOwner(context, request, password);
  if (!confirmed.ok) return confirmed;
  const userId = confirmed.value;
  const judged = await judgeAddress(userId);
  if (!judged.ok) return judged;
  const { user, known } = await context.db.transaction(async (tx) => {
    const [found] = await tx.select({ email: appUser.email, name: appUser.name }).from(appUser).where(eq(appUser.id, userId));
    const keys = await tx.select({ id: passkey.id, transports: passkey.transports }).from(passkey).where(eq(passkey.userId, userId));
    return { user: found!, known: keys };
  });
  if (known.length >= passkeysAtMost) return refuse(null, `There are ${passkeysAtMost} passkeys already. Remove one first`);
  const options = await generateRegistrationOptions({
    rpName: 'Capability Map',
    rpID: webAuthnParty().rpID,
    userID: new TextEncoder().encode(userId),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ok: true, value: { options, cookie: await beginFlow('passkey-register', { challenge: options.challenge, userId, name }) } };
}
