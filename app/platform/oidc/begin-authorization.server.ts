import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { discoverProvider, type ProviderClient } from './discover-provider.server.ts';
import { multiFactorClass } from './second-factor-claims.ts';

/** What has to be remembered until the browser comes back. */
export interface Begun {
  state: string;
  nonce: string;
  codeVerifier: string;
}

interface Wanted {
  /** Where the browser is sent back to. */
  redirectUri: string;
  /** Whether the provider is asked for a second factor. It may not know how: its answer says what was shown. */
  secondFactor: boolean;
}

/**
 * Where to send the browser, so that the provider asks its person to sign in: authorization code flow with
 * PKCE, state and nonce. Throws a ProviderFault where the provider cannot be asked.
 */
export async function beginAuthorization(client: ProviderClient, { redirectUri, secondFactor }: Wanted): Promise<Begun & { url: string }> {
  const config = await discoverProvider(client);
  const begun = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
  const { href } = buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await calculatePKCECodeChallenge(begun.codeVerifier),
    code_challenge_method: 'S256',
    state: begun.state,
    nonce: begun.nonce,
    ...(secondFactor ? { acr_values: multiFactorClass } : {}),
  });
  return { ...begun, url: href };
}
