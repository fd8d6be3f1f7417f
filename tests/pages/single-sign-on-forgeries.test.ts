import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { type Forgery, type ForgingProvider, startForgingProvider } from '#tests/helpers/forging-provider.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { clientId, linkForTest, setProvider, SignInBrowser } from '#tests/helpers/single-sign-on.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);

let organisation: TestOrganisation;
let provider: ForgingProvider;
let slug: string;
let userId: string;
let sources = 0;

const lawful = (forgery: Forgery): Forgery => forgery;

beforeAll(async () => {
  runtime.now = new Date();
  organisation = await makeOrganisation(database);
  slug = organisation.canary;
  provider = await startForgingProvider(clientId);
  await setProvider(database, organisation.id, provider.issuer);
  userId = (await addUser(database, organisation.id)).userId;
  await linkForTest(database, { organisationId: organisation.id, issuer: provider.issuer, subject: 'linked', userId });
});

/** What one sign-in comes to: where it leads, and the session there is afterwards. */
async function attempt(forge: (forgery: Forgery) => Forgery, { subject = 'linked' } = {}) {
  const browser = new SignInBrowser(`198.51.100.${(sources += 1)}`);
  const { searchParams } = await browser.leave(slug);
  provider.forge = forge;
  const search = new URLSearchParams({ code: `${subject}~${searchParams.get('nonce')}`, state: searchParams.get('state')! });
  const led = await browser.comeBack(slug, search);
  provider.forge = lawful;
  return { led, session: await readSession(browser.request('http://localhost:3000/')) };
}

const withClaims = (change: Record<string, unknown>) => (forgery: Forgery) => ({ ...forgery, claims: { ...forgery.claims, ...change } });
const withHeader = (change: Record<string, unknown>) => (forgery: Forgery) => ({ ...forgery, header: { ...forgery.header, ...change } });
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;
const stranger = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const forgeries: Record<string, (forgery: Forgery) => Forgery> = {
  'another nonce': withClaims({ nonce: 'another' }),
  'no nonce': withClaims({ nonce: undefined }),
  'another audience': withClaims({ aud: 'another-client' }),
  'no audience': withClaims({ aud: undefined }),
  'a second audience that it was made out to': withClaims({ aud: [clientId, 'another-client'], azp: 'another-client' }),
  'another issuer': withClaims({ iss: 'https://elsewhere.example' }),
  'a time that is over': withClaims({ iat: seconds(-7200), exp: seconds(-3600) }),
  'no end': withClaims({ exp: undefined }),
  'a time that has not come': withClaims({ nbf: seconds(3600) }),
  'no subject': withClaims({ sub: undefined }),
  'an empty subject': withClaims({ sub: '' }),
  'a subject with a sign that no database takes': withClaims({ sub: 'linked\u0000' }),
  'the signature of a stranger’s key': (forgery) => ({ ...forgery, key: stranger() }),
  'the name of a key that is not there': withHeader({ kid: 'another' }),
  'no signature and alg none': (forgery) => ({ ...withHeader({ alg: 'none' })(forgery), unsigned: true }),
  'no signature': (forgery) => ({ ...forgery, unsigned: true }),
  'a signature by the secret that both know': withHeader({ alg: 'HS256' }),
};

describe('an ID token', () => {
  it('signs in while nothing is forged', async () => {
    const { led, session } = await attempt(lawful);
    expect(led).toBe('/');
    expect(session).toMatchObject({ userId, secondFactorAt: null });
  });

  it.each(Object.entries(forgeries))('with %s signs nobody in', async (_, forge) => {
    const { led, session } = await attempt(forge);
    expect(led).toBe(`/sign-in/organisation?refused=wrong-token&at=${slug}`);
    expect(session).toBeNull();
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'sign-in.single-sign-on-failed', detail: { reason: 'wrong-token' } });
  });

  it('is refused without a signature by a provider that announces alg none, too', async () => {
    provider.document = { id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'] };
    const unsigned = await attempt(forgeries['no signature and alg none']!);
    const shared = await attempt(forgeries['a signature by the secret that both know']!);
    provider.document = {};
    expect([unsigned.session, shared.session]).toEqual([null, null]);
  });

  it('counts for two factors where it says so, and lets a clock that has moved end it', async () => {
    expect((await attempt(withClaims({ amr: ['pwd', 'mfa'] }))).session?.secondFactorAt).toEqual(runtime.now);
    const before = runtime.now;
    runtime.now = new Date(before.getTime() + 3_600_000);
    const late = await attempt(lawful);
    runtime.now = before;
    expect(late.led).toContain('refused=wrong-token');
  });

  it('of a name with breaks and signs that cannot be seen signs in all the same', async () => {
    expect((await attempt(withClaims({ name: 'One\r\nBcc: two@example.org\u0000' }))).led).toBe('/');
  });
});

describe('a provider', () => {
  const leave = () => new SignInBrowser(`203.0.113.${(sources += 1)}`).leave(slug);

  it.each<[string, Record<string, unknown>]>([
    ['names another issuer', { issuer: 'https://elsewhere.example' }],
    ['names the same issuer with a slash', { issuer: 'slash' }],
    ['has no keys', { jwks_uri: undefined }],
    ['sends people to a script', { authorization_endpoint: 'javascript:alert(1)' }],
    ['has its tokens fetched from a file', { token_endpoint: 'file:///etc/passwd' }],
  ])('that %s is not gone to', async (_, document) => {
    provider.document = document.issuer === 'slash' ? { issuer: `${provider.issuer}/` } : document;
    const led = await leave();
    provider.document = {};
    expect(led.pathname + led.search).toContain(`/sign-in/organisation/${slug}?`);
    expect(led.searchParams.has('unavailable')).toBe(true);
  });

  it('that answers nonsense, errors or elsewhere is not gone to', async () => {
    const answers: NonNullable<ForgingProvider['instead']>[] = [
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Hello</h1>'),
      (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('null'),
      (_, response) => response.writeHead(500).end(),
      (_, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
      (_, response) => void response.destroy(),
    ];
    for (const answer of answers) {
      provider.instead = answer;
      const led = await leave();
      provider.instead = null;
      expect(led.searchParams.has('unavailable')).toBe(true);
    }
  });

  it('that fails between leaving and coming back is said to be at fault, and its own words are not shown', async () => {
    const browser = new SignInBrowser(`203.0.113.${(sources += 1)}`);
    const { searchParams } = await browser.leave(slug);
    provider.instead = (_, response) => void response.destroy();
    const led = await browser.comeBack(slug, new URLSearchParams({ code: 'x', state: searchParams.get('state')! }));
    provider.instead = null;
    expect(led).toBe(`/sign-in/organisation?refused=unreachable&at=${slug}`);
    const declined = new SignInBrowser(`203.0.113.${(sources += 1)}`);
    const state = (await declined.leave(slug)).searchParams.get('state')!;
    const said = new URLSearchParams({ error: 'server_error', error_description: 'AADSTS50105 <b>secret</b>', state });
    expect(await declined.comeBack(slug, said)).toBe(`/sign-in/organisation?refused=declined&at=${slug}`);
  });
});

describe("another organisation's provider", () => {
  it('gets nothing here by naming a subject, an e-mail address or an issuer of ours', async () => {
    const evil = await makeOrganisation(database);
    const own = await startForgingProvider(clientId);
    await setProvider(database, evil.id, own.issuer);
    const named: Record<string, unknown>[] = [{ sub: 'linked', email: `head@${organisation.canary}.example` }, { iss: provider.issuer }];
    for (const claims of named) {
      const browser = new SignInBrowser(`203.0.113.${(sources += 1)}`);
      const { searchParams } = await browser.leave(evil.canary);
      own.forge = withClaims(claims);
      const search = new URLSearchParams({ code: `linked~${searchParams.get('nonce')}`, state: searchParams.get('state')! });
      expect(await browser.comeBack(evil.canary, search)).toMatch(/refused=(unknown-identity|wrong-token)/);
      expect(await readSession(browser.request('http://localhost:3000/'))).toBeNull();
    }
  });

  it('is never handed a code of ours: the way back names the organisation', async () => {
    const evil = await makeOrganisation(database);
    const own = await startForgingProvider(clientId);
    await setProvider(database, evil.id, own.issuer);
    const browser = new SignInBrowser(`203.0.113.${(sources += 1)}`);
    const { searchParams } = await browser.leave(evil.canary);
    const before = own.asked.length;
    const search = new URLSearchParams({ code: 'a code of our provider', state: searchParams.get('state')! });
    expect(await browser.comeBack(slug, search)).toBe(`/sign-in/organisation?refused=wrong-answer&at=${slug}`);
    expect(own.asked.slice(before)).toEqual([]);
  });
});
