import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { serve } from './serve.ts';

/** What one sign-in at the forging provider comes to; every field as a lawful provider would have it unless changed. */
export interface Forgery {
  claims: Record<string, unknown>;
  header: Record<string, unknown>;
  key: KeyObject;
  /** Leave the signature away. */
  unsigned?: boolean;
}

export interface ForgingProvider {
  issuer: string;
  /** Laid over the discovery document. */
  document: Record<string, unknown>;
  /** Turns the next lawful token into another. */
  forge: (lawful: Forgery) => Forgery;
  /** Answers every request in the place of the provider, while it is set. */
  instead: RequestListener | null;
  /** The paths that were asked for. */
  asked: string[];
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf({ claims, header, key, unsigned }: Forgery): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${unsigned ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/**
 * A provider that answers whatever a test has it answer, until the tests of the file are over. Its code is
 * `<subject>~<nonce>`, which the test puts into the address of the callback.
 */
export async function startForgingProvider(clientId: string): Promise<ForgingProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider: ForgingProvider = { issuer: '', document: {}, forge: (lawful) => lawful, instead: null, asked: [] };
  const lawful = (code: string): Forgery => {
    const [sub = '', nonce] = code.split('~');
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: provider.issuer, sub, aud: clientId, nonce, iat, exp: iat + 300, name: `Name of ${sub}` };
    return { claims, header: { alg: 'RS256', kid: 'one' }, key: privateKey };
  };
  const answers: Record<string, (body: URLSearchParams) => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...provider.document,
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
    '/token': (body) => ({
      access_token: 'none',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: tokenOf(provider.forge(lawful(body.get('code') ?? ''))),
    }),
  };
  const port = await serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', provider.issuer);
    provider.asked.push(pathname);
    if (provider.instead) return provider.instead(request, response);
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const answer = answers[pathname];
      response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer?.(new URLSearchParams(body)) ?? {}));
    });
  });
  provider.issuer = `http://127.0.0.1:${port}`;
  return provider;
}
