import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { type Forgery, type ForgingProvider, startForgingProvider } from '#tests/helpers/forging-provider.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { serve } from '#tests/helpers/serve.ts';
import { clientId, linkForTest, setProvider, SignInBrowser } from '#tests/helpers/single-sign-on.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);

let provider: ForgingProvider;
let slug = '';
let sources = 0;

beforeAll(async () => {
  runtime.now = new Date();
  const organisation = await makeOrganisation(database);
  slug = organisation.canary;
  provider = await startForgingProvider(clientId);
  await setProvider(database, organisation.id, provider.issuer);
  const { userId } = await addUser(database, organisation.id);
  await linkForTest(database, { organisationId: organisation.id, issuer: provider.issuer, subject: 'linked', userId });
});

/** One sign-in at the provider: where it led, what the browser was given, and whether there is a session. */
async function attempt(forge: (lawful: Forgery) => Forgery) {
  const browser = new SignInBrowser(`198.51.100.${(sources += 1)}`);
  const { searchParams } = await browser.leave(slug);
  provider.forge = forge;
  const led = await browser.comeBack(slug, new URLSearchParams({ code: `linked~${searchParams.get('nonce')}`, state: searchParams.get('state')! }));
  provider.forge = (lawful) => lawful;
  return { led, given: `${led} ${browser.header}`, isIn: (await readSession(browser.request('http://localhost:3000/'))) !== null };
}

describe('an ID token that brings its own key', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' };
  let asked = 0;
  let elsewhere = '';

  beforeAll(async () => {
    const port = await serve((_request, response) => {
      asked += 1;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ keys: [jwk, { ...jwk, kid: 'one' }] }));
    });
    elsewhere = `http://127.0.0.1:${port}/keys`;
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['in its header', () => ({ jwk })],
    ['in its header, without naming ours', () => ({ jwk, kid: undefined })],
    ['at an address that it names', () => ({ jku: elsewhere })],
    ['in a certificate at an address that it names', () => ({ x5u: elsewhere })],
    ['at an address, without naming ours', () => ({ jku: elsewhere, kid: undefined })],
  ])('%s signs nobody in, and the address is not asked', async (_where, header) => {
    const forged = await attempt((lawful) => ({ ...lawful, key: privateKey, header: { ...lawful.header, ...header() } }));
    expect(forged).toMatchObject({ led: `/sign-in/organisation?refused=wrong-token&at=${slug}`, isIn: false });
    expect(asked).toBe(0);
  });

  it('the control: with the key of its issuer it signs in, whatever it brings', async () => {
    expect(await attempt((lawful) => ({ ...lawful, header: { ...lawful.header, jwk, jku: elsewhere } }))).toMatchObject({ led: '/', isIn: true });
    expect(asked).toBe(0);
  });
});

/** Everything that the database holds, as text. */
async function everyRow(): Promise<string> {
  const { rows: tables } = await database.ownerPool.query<{ name: string }>(`select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  const texts = await Promise.all(tables.map(({ name }) => database.ownerPool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)));
  return texts.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n');
}

describe('the tokens of a provider', () => {
  it('reach neither the browser nor the database', async () => {
    const tokens = { access_token: 'canary-of-access', refresh_token: 'canary-of-refresh' };
    const seen: string[] = [];
    const port = await serve((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', async () => {
        const answer = await fetch(`${provider.issuer}/token`, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
        const told = { ...((await answer.json()) as { id_token: string }), ...tokens };
        seen.push(told.id_token);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told));
      });
    });
    provider.document = { token_endpoint: `http://127.0.0.1:${port}/token` };
    const { given, isIn } = await attempt((lawful) => lawful);
    provider.document = {};
    expect(isIn).toBe(true);
    const [idToken] = seen;
    const kept = await everyRow();
    for (const token of [idToken!, idToken!.split('.')[2]!, ...Object.values(tokens)]) {
      expect(given).not.toContain(token);
      expect(kept).not.toContain(token);
    }
    // The control: what is kept of a sign-in is found there.
    expect(kept).toContain(provider.issuer);
    expect(given).toContain('capability=');
  });
});
