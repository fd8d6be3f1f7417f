import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface OidcClient {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

export interface TestProvider {
  issuer: string;
  stop(): Promise<void>;
}

interface ProviderWanted {
  /** What it says of everybody's e-mail address. */
  email?: string;
  /** What it says in `amr` of how somebody signed in; nothing where this answers nothing. */
  methodsOf?: (login: string) => string[] | undefined;
}

/**
 * A real OpenID Connect provider on a free port of this machine. Anybody signs in with any login and any
 * password: the login is the subject, and the name "Name of <login>".
 */
export async function startOidcProvider(client: OidcClient, wanted: ProviderWanted = {}): Promise<TestProvider> {
  const { email = 'same@example.org', methodsOf = () => undefined } = wanted;
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [client.redirectUri], grant_types: ['authorization_code'], response_types: ['code'] }],
    cookies: { keys: ['for tests only'] },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
    // So that the name stands in the ID token, as it does at Microsoft Entra ID.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Name of ${id}`, email, email_verified: true }) }),
  });
  // Its own pages ask for no second factor and say nothing of one; another provider's would, right here.
  const finish = provider.interactionFinished.bind(provider);
  provider.interactionFinished = (request, response, { login, ...result }, options) =>
    finish(request, response, login ? { ...result, login: { ...login, amr: methodsOf(login.accountId ?? '') } } : result, options);
  server.on('request', provider.callback());
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A browser's cookies for one site, as far as these pages need them. */
class Cookies {
  private readonly pairs = new Map<string, string>();
  keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.pairs.set(pair.slice(0, pair.indexOf('=')), pair);
    }
  }
  get header(): string {
    return [...this.pairs.values()].join('; ');
  }
}

/** The form of the provider's page, filled in. */
function filledIn(page: string, login: string): { action: string; body: URLSearchParams } {
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
  const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
  if (!action || !prompt) throw new Error(`The provider shows a page without a form: ${page.slice(0, 500)}`);
  return { action, body: new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) }) };
}

/** Goes through the provider's pages as a person does, and answers the address that they lead back to. */
export async function passProvider(start: string, { login, redirectUri }: { login: string; redirectUri: string }): Promise<string> {
  const cookies = new Cookies();
  let next: { url: string; body?: URLSearchParams } = { url: start };
  for (let step = 0; step < 15; step += 1) {
    const answer: Response = await fetch(next.url, {
      method: next.body ? 'POST' : 'GET',
      body: next.body,
      redirect: 'manual',
      headers: { cookie: cookies.header },
    });
    cookies.keep(answer);
    const location = answer.headers.get('location');
    if (location?.startsWith(redirectUri)) return location;
    if (location) next = { url: new URL(location, next.url).href };
    else {
      const { action, body } = filledIn(await answer.text(), login);
      next = { url: new URL(action, next.url).href, body };
    }
  }
  throw new Error('The provider does not lead back.');
}
