import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  clockSkew,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { systemClock } from '#app/platform/clock.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { faultOf } from './fault-of.server.ts';
import { guardedFetch } from './guarded-fetch.server.ts';
import { ProviderFault } from './provider-fault.ts';

/** Whom we are at which provider. */
export interface ProviderClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** For one request and its answer, in seconds. */
const patience = 10;

/** In the body where the provider takes it there, else in the header, which every provider has to take. */
const clientSecret =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const takesBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ?? false;
    const authenticate = takesBody ? ClientSecretPost(secret) : ClientSecretBasic(secret);
    authenticate(server, client, body, headers);
  };

/** How far our clock is from the machine's, which openid-client reads; 0 but in tests. In whole seconds. */
const skew = () => Math.round((runtime().now().getTime() - systemClock().getTime()) / 1000);

function isSound(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (runtime().allowsLocalProviders && protocol === 'http:');
}

/** The issuer as an address; whatever it names is asked at the path that the standard sets. */
function issuerAddress(issuer: string): URL {
  if (!isSound(issuer)) throw new ProviderFault('not-https', `${issuer} is not https`);
  return new URL(issuer);
}

/** openid-client lets some issuers pass that are not, sign for sign, the one asked for: those of many tenants. */
function check(config: Configuration, issuer: string): Configuration {
  const stated = config.serverMetadata();
  if (stated.issuer !== issuer) throw new ProviderFault('other-issuer', `the document is that of ${stated.issuer}`, stated.issuer);
  const { authorization_endpoint: authorize, token_endpoint: token, jwks_uri: keys } = stated;
  if (![authorize, token, keys].every(isSound)) throw new ProviderFault('no-document', 'an endpoint is missing or not https');
  return config;
}

/**
 * The provider as its discovery document describes it, fetched anew. The document must name this very
 * issuer, and its endpoints must be https. Throws a ProviderFault otherwise.
 */
export async function discoverProvider(client: ProviderClient): Promise<Configuration> {
  const allowsLocal = runtime().allowsLocalProviders;
  const server = issuerAddress(client.issuer);
  const found = await discovery(server, client.clientId, { [clockSkew]: skew() }, clientSecret(client.clientSecret), {
    [customFetch]: (url, options) => guardedFetch(url, options, { allowsLocal }),
    timeout: patience,
    // The signature of the ID token, too, although it comes from the provider's own https address.
    execute: allowsLocal ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks],
  }).catch((error: unknown) => {
    throw namedIssuer(error) ?? faultOf(error, 'no-document');
  });
  return check(found, client.issuer);
}

/** Of openid-client's refusal of a document: what it names as its issuer. */
function namedIssuer(error: unknown): ProviderFault | null {
  const { cause } = (error ?? {}) as { cause?: { attribute?: unknown; body?: { issuer?: unknown } } };
  if (cause?.attribute !== 'issuer' || typeof cause.body?.issuer !== 'string') return null;
  return new ProviderFault('other-issuer', `the document is that of ${cause.body.issuer}`, cause.body.issuer);
}
