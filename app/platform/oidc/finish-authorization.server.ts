import { authorizationCodeGrant } from 'openid-client';
import type { Begun } from './begin-authorization.server.ts';
import { discoverProvider, type ProviderClient } from './discover-provider.server.ts';
import { faultOf } from './fault-of.server.ts';
import { ProviderFault } from './provider-fault.ts';
import { saysTwoFactors } from './second-factor-claims.ts';

/** Who somebody is at a provider. The e-mail address that it may state is not among this: it proves nothing. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  /** As the provider writes it, on one line and at most 200 characters; empty where it says none. For greeting only. */
  name: string;
  /** Whether the provider says that two factors were shown. */
  saysTwoFactors: boolean;
}

/** What the standard allows a subject to be: at most 255 signs of ASCII. */
const lawfulSubject = /^[\x20-\x7e]{1,255}$/;

const wrongAnswer = (message: string) => new ProviderFault('wrong-answer', message);

/** The answer must be that of this provider to this browser. Judged before anybody is asked anything. */
function checkAnswer(answer: URLSearchParams, { issuer }: ProviderClient, { state }: Begun): void {
  if (answer.getAll('state').join() !== state) throw wrongAnswer('another state');
  const named = answer.getAll('iss');
  if (named.length > 0 && named.join() !== issuer) throw wrongAnswer('another issuer');
}

const nameIn = (claim: unknown): string =>
  typeof claim === 'string' ? claim.replace(/[\p{C}\u2028\u2029]+/gu, ' ').trim().slice(0, 200) : '';

/**
 * Takes the address that the provider sent the browser back to, changes its code for an ID token and checks
 * that: signature, issuer, audience, time and nonce. A code works once, which the provider sees to.
 * Throws a ProviderFault where anything is not as it was begun.
 */
export async function finishAuthorization(client: ProviderClient, address: URL, begun: Begun): Promise<ProvenIdentity> {
  checkAnswer(address.searchParams, client, begun);
  const config = await discoverProvider(client);
  try {
    const tokens = await authorizationCodeGrant(config, address, {
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !lawfulSubject.test(claims.sub)) throw new ProviderFault('wrong-token', 'no lawful subject');
    return { issuer: claims.iss, subject: claims.sub, name: nameIn(claims.name), saysTwoFactors: saysTwoFactors(claims) };
  } catch (error) {
    throw faultOf(error, 'wrong-token');
  }
}
