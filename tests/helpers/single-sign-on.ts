import { seal } from '#app/platform/secret/secret-box.server.ts';
import { loader as callback } from '#app/routes/account/sign-in-callback.tsx';
import { loader as leave } from '#app/routes/account/sign-in-organisation-continue.tsx';
import { providerSecretPurpose } from '#app/services/single-sign-on/provider-secret.ts';
import { externalIdentity, identityProvider } from '#db/schema/index.ts';
import type { TestDatabase } from './database.ts';

const origin = 'http://localhost:3000';

export const clientId = 'capability-map';
export const clientSecret = 'a secret for tests only';
export const redirectUriOf = (slug: string): string => `${origin}/sign-in/callback/${slug}`;

/** Gives an organisation a provider, as the settings page would after asking it. */
export async function setProvider(db: Pick<TestDatabase, 'tenant'>, organisationId: string, issuer: string, { enabled = true, asksSecondFactor = false } = {}): Promise<void> {
  const sealedClientSecret = seal(clientSecret, providerSecretPurpose);
  const values = { issuer, clientId, sealedClientSecret, label: 'Harbour account', enabled, asksSecondFactor };
  await db.tenant(organisationId).transaction((tx) =>
    tx
      .insert(identityProvider)
      .values({ organisationId, createdAt: new Date('2026-01-01T00:00:00Z'), ...values })
      .onConflictDoUpdate({ target: identityProvider.organisationId, set: values }),
  );
}

export async function linkForTest(db: Pick<TestDatabase, 'tenant'>, row: { organisationId: string; issuer: string; subject: string; userId: string }): Promise<void> {
  await db.tenant(row.organisationId).transaction((tx) => tx.insert(externalIdentity).values({ ...row, createdAt: new Date('2026-01-01T00:00:00Z') }));
}

type Answer = Awaited<ReturnType<typeof callback>>;

/** A browser at the pages of the sign-in, without the pages: it keeps cookies and says where it was led. */
export class SignInBrowser {
  cookies = new Map<string, string>();
  constructor(readonly source = '192.0.2.1') {}

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (line.includes('Max-Age=0')) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  request(url: string): Request {
    return new Request(url, { headers: { cookie: this.header } });
  }

  private get context() {
    return { cspNonce: '', sourceAddress: this.source };
  }

  /** Sets out to the organisation's provider; answers the address at the provider. */
  async leave(slug: string, query = ''): Promise<URL> {
    const answer = await leave({ request: this.request(`${origin}/sign-in/organisation/${slug}/continue${query}`), params: { slug }, context: this.context });
    this.keep(answer.headers);
    return new URL(answer.headers.get('location') ?? '', origin);
  }

  /** Comes back to the callback of an organisation; answers where that leads, or what it says. */
  async comeBack(slug: string, search: URLSearchParams | string): Promise<string> {
    const answer: Answer = await callback({ request: this.request(`${redirectUriOf(slug)}?${search}`), params: { slug }, context: this.context });
    if (!(answer instanceof Response)) return answer.data.message;
    this.keep(answer.headers);
    return answer.headers.get('location') ?? '';
  }
}
