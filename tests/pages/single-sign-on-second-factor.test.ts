import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { SecondFactorMissing } from '#app/routes/account/second-factor-bound.tsx';
import { loader as secondFactor } from '#app/routes/account/second-factor.tsx';
import { action as show, loader as asks } from '#app/routes/account/sign-in-second-factor.tsx';
import { codeAt, setUpTotp, signedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { passProvider, startOidcProvider, type TestProvider } from '#tests/helpers/oidc-provider.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { addMembership } from '#tests/helpers/signed-in.ts';
import { clientId, clientSecret, linkForTest, redirectUriOf, setProvider, SignInBrowser } from '#tests/helpers/single-sign-on.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);

let organisation: TestOrganisation;
let provider: TestProvider;
let sources = 0;

beforeAll(async () => {
  runtime.now = new Date();
  organisation = await makeOrganisation(database);
  const amr: Record<string, string[]> = { 'with mfa': ['pwd', 'mfa'], 'with a password': ['pwd'] };
  const client = { clientId, clientSecret, redirectUri: redirectUriOf(organisation.canary) };
  provider = await startOidcProvider(client, { methodsOf: (login) => amr[login] });
});
afterAll(() => provider.stop());

beforeEach(async () => {
  await database.ownerPool.query('delete from throttle');
  await setProvider(database, organisation.id, provider.issuer);
  await policy(true);
});

const vouch = (organisationId = organisation.id) => setProvider(database, organisationId, provider.issuer, { asksSecondFactor: true });
const policy = (required: boolean) =>
  database.ownerPool.query('update organisation set second_factor_required = $2 where id = $1', [organisation.id, required]);

/** A member of the organisation whom the provider knows by this login. */
async function member(login: string) {
  const user = await signedInUser(database, { organisationId: organisation.id });
  await database.ownerPool.query('delete from external_identity where subject = $1', [login]);
  await linkForTest(database, { organisationId: organisation.id, issuer: provider.issuer, subject: login, userId: user.userId });
  return user;
}

/** Signs in through the real provider's pages; answers where that leads, and the browser. */
async function enter(login: string) {
  const browser = new SignInBrowser(`198.51.100.${(sources += 1)}`);
  const start = await browser.leave(organisation.canary, '?returnTo=/teams');
  const back = await passProvider(start.href, { login, redirectUri: redirectUriOf(organisation.canary) });
  const led = await browser.comeBack(organisation.canary, new URL(back).searchParams);
  return { led, browser };
}

const args = (request: Request) => ({ request, params: {}, context: { cspNonce: '', sourceAddress: '' } });
const teams = (browser: SignInBrowser) => requireContext(browser.request('http://localhost:3000/teams'));

/** Where a page sends this browser, and what it finds there. */
async function ledTo(browser: SignInBrowser) {
  const turned = await thrownResponse(teams(browser));
  const location = new Map(turned.headers).get('location') ?? '';
  expect(location).toBe('/account/second-factor?returnTo=%2Fteams');
  const { data, init } = await secondFactor(args(browser.request(`http://localhost:3000${location}`)));
  return { ...data, status: init?.status };
}

describe('single sign-on where the organisation requires a second factor', () => {
  it('lets in whose provider says that it was shown', async () => {
    await member('with mfa');
    const { led, browser } = await enter('with mfa');
    expect(led).toBe('/teams');
    expect((await teams(browser)).viewer.session).toMatchObject({ hasSecondFactor: true, isBound: true });
    const { data } = await secondFactor(args(browser.request('http://localhost:3000/account/second-factor')));
    expect(data).toMatchObject({ mayNothing: true, isMissing: false });
  });

  it.each(['without a word', 'with a password'])('says what to do to who comes %s and has no second factor, and leads nowhere else', async (login) => {
    await member(login);
    const { led, browser } = await enter(login);
    expect(led).toBe('/teams');
    expect(await ledTo(browser)).toMatchObject({ status: 403, isMissing: true, hasPassword: true, organisationName: expect.stringContaining(organisation.canary), returnTo: '/teams' });
  });

  it('does not send who has no password to sign in with one', async () => {
    const { userId } = await member('without a word');
    await database.ownerPool.query('update app_user set password_hash = null where id = $1', [userId]);
    const { browser } = await enter('without a word');
    expect(await ledTo(browser)).toMatchObject({ status: 403, isMissing: true, hasPassword: false });
  });

  it('says in plain words what the administrator can do, and what one can do oneself with a password alone', () => {
    const words = (hasPassword: boolean) => renderToStaticMarkup(createElement(SecondFactorMissing, { organisationName: 'Harbour', hasPassword }));
    for (const markup of [words(true), words(false)]) {
      expect(markup).toContain('Harbour asks everybody for a second factor.');
      expect(markup).toContain('Ask your administrator');
      expect(markup).toContain('action="/sign-out"');
    }
    expect(words(true)).toContain('sign in with your e-mail address and password');
    expect(words(false)).not.toContain('e-mail address and password');
  });

  it('lets everybody in whose provider is vouched for, and nobody who came before that', async () => {
    await member('without a word');
    const early = await enter('without a word');
    await vouch();
    const { led, browser } = await enter('without a word');
    expect(led).toBe('/teams');
    expect((await teams(browser)).viewer.session).toMatchObject({ hasSecondFactor: true, isBound: true });
    expect(await ledTo(early.browser)).toMatchObject({ status: 403, isMissing: true });
  });

  it('asks for an authenticator of their own whoever has one, unless the provider is vouched for', async () => {
    const user = await member('without a word');
    const { secret } = await setUpTotp(user);
    const { led, browser } = await enter('without a word');
    expect(led).toBe('/sign-in/second-factor?returnTo=%2Fteams');
    const url = `http://localhost:3000${led}`;
    expect(await readSession(browser.request(url))).toBeNull();
    expect(await asks(args(browser.request(url)))).toBeTruthy();
    runtime.now = new Date(runtime.now.getTime() + 60_000);
    const form = new URLSearchParams({ intent: 'show', code: codeAt(secret, runtime.now), returnTo: '/teams' });
    const shown = await show(args(new Request(url, { method: 'POST', body: form, headers: { cookie: browser.header } })));
    if (!(shown instanceof Response)) throw new Error('the code was not taken');
    expect(shown.headers.get('location')).toBe('/teams');
    browser.keep(shown.headers);
    expect((await teams(browser)).viewer.session).toMatchObject({ hasSecondFactor: true, isBound: true });
    await vouch();
    expect((await enter('without a word')).led).toBe('/teams');
  });

  it('does not listen to what another organisation vouches for, even at the same provider', async () => {
    const other = await makeOrganisation(database);
    await vouch(other.id);
    const user = await member('without a word');
    await addMembership(database, other.id, user.userId);
    await linkForTest(database, { organisationId: other.id, issuer: provider.issuer, subject: 'without a word', userId: user.userId });
    const { browser } = await enter('without a word');
    expect(await readSession(browser.request('http://localhost:3000/'))).toMatchObject({ userId: user.userId, organisationId: organisation.id, secondFactorAt: null });
    expect(await ledTo(browser)).toMatchObject({ status: 403, isMissing: true });
  });

  it('opens no other organisation and no credentials to who is vouched for', async () => {
    await member('without a word');
    await vouch();
    const { browser } = await enter('without a word');
    expect(await readSession(browser.request('http://localhost:3000/'))).toMatchObject({ boundOrganisationId: organisation.id, organisationId: organisation.id });
    const { data } = await secondFactor(args(browser.request('http://localhost:3000/account/second-factor')));
    expect(data).toMatchObject({ mayNothing: true, isMissing: false });
  });

  it('asks nobody for anything while it is not required', async () => {
    await policy(false);
    await member('without a word');
    const { browser } = await enter('without a word');
    expect((await teams(browser)).viewer.session).toMatchObject({ hasSecondFactor: false });
  });
});
