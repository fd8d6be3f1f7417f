import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { loader as account } from '#app/routes/account/single-sign-on.tsx';
import { loader as leave } from '#app/routes/account/sign-in-organisation-continue.tsx';
import { loader as home } from '#app/routes/home/home.tsx';
import { auditEvent, externalIdentity, membership } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { passProvider, startOidcProvider, type TestProvider } from '#tests/helpers/oidc-provider.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { clientId, clientSecret, linkForTest, redirectUriOf, setProvider, SignInBrowser } from '#tests/helpers/single-sign-on.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);

let organisation: TestOrganisation;
let provider: TestProvider;
let userId: string;
let slug: string;
let sources = 0;
const newBrowser = () => new SignInBrowser(`198.51.100.${(sources += 1)}`);

beforeAll(async () => {
  runtime.now = new Date();
  organisation = await makeOrganisation(database);
  slug = organisation.canary;
  provider = await startOidcProvider({ clientId, clientSecret, redirectUri: redirectUriOf(slug) });
  await setProvider(database, organisation.id, provider.issuer);
  userId = (await addUser(database, organisation.id, { email: 'same@example.org', grants: [{ accessRole: 'head-of-service', teamId: null }] })).userId;
  await linkForTest(database, { organisationId: organisation.id, issuer: provider.issuer, subject: 'linked', userId });
});
afterAll(() => provider.stop());

/** Through the real provider's pages and back; answers the query of the address that it leads to. */
async function pass(browser: SignInBrowser, login: string, query = ''): Promise<URLSearchParams> {
  const start = await browser.leave(slug, query);
  const back = await passProvider(start.href, { login, redirectUri: redirectUriOf(slug) });
  return new URL(back).searchParams;
}

const session = (browser: SignInBrowser) => readSession(browser.request('http://localhost:3000/'));
const failures = async () =>
  (await readAudit(database, organisation.id)).filter(({ action }) => action === 'sign-in.single-sign-on-failed').map(({ detail }) => detail.reason);
const refused = (reason: string) => `/sign-in/organisation?refused=${reason}&at=${slug}`;

describe('signing in at the provider of an organisation', () => {
  it('signs in whom the identity is linked to, for this organisation alone, and leads to the page that was asked for', async () => {
    const browser = newBrowser();
    const search = await pass(browser, 'linked', '?returnTo=/teams');
    expect(await browser.comeBack(slug, search)).toBe('/teams');
    expect(await session(browser)).toMatchObject({
      userId,
      organisationId: organisation.id,
      boundOrganisationId: organisation.id,
      method: 'single-sign-on',
      secondFactorAt: null,
    });
    await home({ request: browser.request('http://localhost:3000/'), params: {}, context: { cspNonce: '', sourceAddress: '' } });
    const [row] = await database.tenant(organisation.id).transaction((tx) => tx.select().from(externalIdentity));
    expect(row?.lastUsedAt).toEqual(runtime.now);
    const signedIn = (await readAudit(database, organisation.id)).find(({ action }) => action === 'sign-in');
    expect(signedIn).toMatchObject({ actorUserId: userId, detail: { method: 'single-sign-on' } });
  });

  it('is begun from a page of ours alone: another site’s link, picture or frame leads to the page with the button', async () => {
    const from = (site: string | null) =>
      leave({
        request: new Request(`http://localhost:3000/sign-in/organisation/${slug}/continue?returnTo=%2Fteams`, { headers: site === null ? {} : { 'Sec-Fetch-Site': site } }),
        params: { slug },
        context: { cspNonce: '', sourceAddress: '198.51.100.250' },
      });
    for (const foreign of ['cross-site', 'same-site', 'none', '']) {
      const answer = await from(foreign);
      expect(answer.headers.get('Location'), foreign).toBe(`/sign-in/organisation/${slug}?returnTo=%2Fteams`);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    for (const own of ['same-origin', null]) expect((await from(own)).headers.get('Location')).toContain(provider.issuer);
  });

  it('never leads to another site', async () => {
    const browser = newBrowser();
    const search = await pass(browser, 'linked', '?returnTo=//evil.example');
    expect(await browser.comeBack(slug, search)).toBe('/');
  });

  it('refuses an identity that nobody has linked, although the provider states the e-mail address of a user', async () => {
    const browser = newBrowser();
    expect(await browser.comeBack(slug, await pass(browser, 'somebody-else'))).toBe(refused('unknown-identity'));
    expect(await session(browser)).toBeNull();
    const last = (await readAudit(database, organisation.id)).at(-1);
    expect(last).toMatchObject({
      action: 'sign-in.single-sign-on-failed',
      actorUserId: null,
      subjectKind: 'organisation',
      subjectId: organisation.id,
      detail: { reason: 'unknown-identity' },
    });
  });

  it('asks with PKCE, state and nonce, and remembers none of them in the browser', async () => {
    const browser = newBrowser();
    const { searchParams, origin } = await browser.leave(slug);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUriOf(slug),
      scope: 'openid profile email',
      code_challenge_method: 'S256',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(searchParams.get(name)!.length).toBeGreaterThanOrEqual(43);
      expect(browser.header).not.toContain(searchParams.get(name));
    }
  });

  it('asks for a second factor where the organisation requires one', async () => {
    await database.ownerPool.query('update organisation set second_factor_required = true where id = $1', [organisation.id]);
    const { searchParams } = await newBrowser().leave(slug);
    await database.ownerPool.query('update organisation set second_factor_required = false where id = $1', [organisation.id]);
    expect(searchParams.get('acr_values')).toBe('http://schemas.openid.net/pape/policies/2007/06/multi-factor');
    expect((await newBrowser().leave(slug)).searchParams.get('acr_values')).toBeNull();
  });

  it('takes an answer once, and from the browser that began alone', async () => {
    const browser = newBrowser();
    const search = await pass(browser, 'linked');
    const thief = newBrowser();
    expect(await thief.comeBack(slug, search)).toBe(refused('not-begun'));
    const other = newBrowser();
    await other.leave(slug);
    expect(await other.comeBack(slug, search)).toBe(refused('wrong-answer'));
    const kept = new Map(browser.cookies);
    expect(await browser.comeBack(slug, search)).toBe('/');
    browser.cookies = kept;
    expect(await browser.comeBack(slug, search)).toBe(refused('not-begun'));
  });

  it('has the provider refuse a code that was used already, or that another verifier began', async () => {
    const browser = newBrowser();
    const search = await pass(browser, 'linked');
    expect(await browser.comeBack(slug, search)).toBe('/');
    const again = newBrowser();
    const { searchParams } = await again.leave(slug);
    const code = { code: search.get('code')!, iss: provider.issuer, state: searchParams.get('state')! };
    expect(await again.comeBack(slug, new URLSearchParams(code))).toBe(refused('rejected'));
    const third = newBrowser();
    const fresh = (await pass(newBrowser(), 'linked')).get('code')!;
    const own = (await third.leave(slug)).searchParams.get('state')!;
    expect(await third.comeBack(slug, new URLSearchParams({ code: fresh, iss: provider.issuer, state: own }))).toBe(refused('rejected'));
  });

  it('refuses another state, another or no issuer, and what the person declined, in words of ours', async () => {
    const tries: [string, (search: URLSearchParams) => void][] = [
      ['wrong-answer', (search) => search.set('state', 'another')],
      ['wrong-answer', (search) => search.delete('state')],
      ['wrong-answer', (search) => search.append('state', 'another')],
      ['wrong-answer', (search) => search.set('iss', 'https://evil.example')],
      ['wrong-token', (search) => search.delete('iss')],
      ['declined', (search) => search.set('error', 'access_denied')],
    ];
    for (const [reason, change] of tries) {
      const browser = newBrowser();
      const search = await pass(browser, 'linked');
      change(search);
      expect(await browser.comeBack(slug, search)).toBe(refused(reason));
      expect(await session(browser)).toBeNull();
      expect((await failures()).at(-1)).toBe(reason);
    }
  });

  it('refuses an answer that comes later than ten minutes', async () => {
    const browser = newBrowser();
    const search = await pass(browser, 'linked');
    const before = runtime.now;
    runtime.now = new Date(before.getTime() + 601_000);
    const led = await browser.comeBack(slug, search);
    runtime.now = before;
    expect(led).toBe(refused('not-begun'));
  });

  it('refuses a member who is suspended', async () => {
    const suspend = (at: Date | null) =>
      database.tenant(organisation.id).transaction((tx) => tx.update(membership).set({ suspendedAt: at }));
    const browser = newBrowser();
    const search = await pass(browser, 'linked');
    await suspend(runtime.now);
    const led = await browser.comeBack(slug, search);
    await suspend(null);
    expect(led).toBe(refused('closed'));
  });

  it('answers for a provider that is switched off as for a short name that nobody has', async () => {
    const browser = newBrowser();
    const search = await pass(browser, 'linked');
    await setProvider(database, organisation.id, provider.issuer, { enabled: false });
    const off = await thrownResponse(newBrowser().leave(slug));
    const unknown = await thrownResponse(newBrowser().leave('no-such-organisation'));
    const led = await browser.comeBack(slug, search);
    await setProvider(database, organisation.id, provider.issuer);
    expect(off.status).toBe(404);
    expect(off).toEqual(unknown);
    expect(led).toBe(refused('switched-off'));
  });

  it('lets ten failures in five minutes pass from one source, and no more', async () => {
    const browser = newBrowser();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await browser.leave(slug);
      expect(await browser.comeBack(slug, 'state=guessed&code=guessed')).toBe(refused('wrong-answer'));
    }
    await browser.leave(slug);
    const eleventh = await thrownResponse(browser.comeBack(slug, 'state=guessed&code=guessed'));
    expect(eleventh.status).toBe(429);
    expect(Number(new Headers(eleventh.headers).get('Retry-After'))).toBeGreaterThan(0);
  });

  it('keeps a session that it began away from how one signs in', async () => {
    const browser = newBrowser();
    await browser.comeBack(slug, await pass(browser, 'linked'));
    const request = browser.request('http://localhost:3000/account/single-sign-on');
    expect((await thrownResponse(account({ request, params: {}, context: { cspNonce: '', sourceAddress: '' } }))).status).toBe(403);
  });

  it('records a failure without a word of the provider or of the person', async () => {
    const rows = await database.tenant(organisation.id).transaction((tx) => tx.select({ detail: auditEvent.detail, action: auditEvent.action }).from(auditEvent));
    const details = rows.filter(({ action }) => action === 'sign-in.single-sign-on-failed').map(({ detail }) => Object.keys(detail).join());
    expect(new Set(details)).toEqual(new Set(['reason']));
  });
});
