import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { identityProvider, session } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { type ForgingProvider, startForgingProvider } from '#tests/helpers/forging-provider.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { linkForTest } from '#tests/helpers/single-sign-on.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { type IdentityProviderInput, identityProviderInput } from './identity-provider-input.ts';
import { providerSecretPurpose } from './provider-secret.ts';
import { readIdentityProvider } from './read-identity-provider.server.ts';
import { saveIdentityProvider } from './save-identity-provider.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

let provider: ForgingProvider;
beforeAll(async () => {
  provider = await startForgingProvider('our-client');
});

const input = (change: Partial<IdentityProviderInput> = {}): IdentityProviderInput => ({
  issuer: provider.issuer,
  clientId: 'our-client',
  clientSecret: 'keep this quiet',
  label: 'Harbour account',
  enabled: true,
  asksSecondFactor: false,
  confirmIssuer: false,
  revision: 0,
  ...change,
});

const stored = async (organisationId: string) =>
  (await database.tenant(organisationId).transaction((tx) => tx.select().from(identityProvider).where(eq(identityProvider.organisationId, organisationId))))[0];

async function prepared() {
  const organisation = await makeOrganisation(database);
  const context = await organisation.as('administrator');
  expect(await saveIdentityProvider(context, input())).toEqual({ ok: true, value: null });
  return { organisation, context };
}

describe('setting up the provider of an organisation', () => {
  it('stores it with its secret sealed, shows everything but the secret, and records it without', async () => {
    const { organisation, context } = await prepared();
    const row = await stored(organisation.id);
    expect(row?.sealedClientSecret).not.toContain('keep this quiet');
    expect(unseal(row!.sealedClientSecret, providerSecretPurpose)).toBe('keep this quiet');
    const settings = await readIdentityProvider(context);
    expect(settings).toMatchObject({ provider: { issuer: provider.issuer, enabled: true, revision: 1 }, linkedCount: 0 });
    expect(settings.redirectAddress).toBe(`http://localhost:3000/sign-in/callback/${organisation.canary}`);
    const audit = await readAudit(database, organisation.id);
    expect(audit.at(-1)).toMatchObject({ action: 'identity-provider.save', subjectKind: 'identity-provider', detail: { issuer: provider.issuer, secretChanged: true } });
    expect(JSON.stringify([settings, audit])).not.toContain('quiet');
    expect(JSON.stringify([settings, audit])).not.toContain(row!.sealedClientSecret);
  });

  it('keeps the secret when none is given, and never sends it to another issuer', async () => {
    const { organisation, context } = await prepared();
    const before = (await stored(organisation.id))!.sealedClientSecret;
    expect(await saveIdentityProvider(context, input({ clientSecret: '', label: 'Other', revision: 1 }))).toMatchObject({ ok: true });
    expect(await stored(organisation.id)).toMatchObject({ sealedClientSecret: before, label: 'Other', revision: 2 });
    const other = await startForgingProvider('our-client');
    const moved = await saveIdentityProvider(context, input({ issuer: other.issuer, clientSecret: '', revision: 2 }));
    expect(moved).toMatchObject({ ok: false, problem: { field: 'clientSecret' } });
    expect(other.asked).toEqual([]);
    const first = await makeOrganisation(database);
    expect(await saveIdentityProvider(await first.as('administrator'), input({ clientSecret: '' }))).toMatchObject({ problem: { field: 'clientSecret' } });
  });

  it('refuses an older revision, and of two who set it up at once the second', async () => {
    const { organisation, context } = await prepared();
    for (const revision of [0, 2, 7]) {
      expect(await saveIdentityProvider(context, input({ revision }))).toMatchObject({ ok: false, problem: { field: null } });
    }
    const another = await makeOrganisation(database);
    const both = await another.as('administrator');
    const answers = await Promise.all([saveIdentityProvider(both, input()), saveIdentityProvider(both, input())]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await stored(organisation.id))?.revision).toBe(1);
  });

  it('says in words what is wrong with the address, and stores nothing', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    const message = async (change: Partial<IdentityProviderInput>) => {
      const outcome = await saveIdentityProvider(context, input(change));
      return outcome.ok ? 'saved' : `${outcome.problem.field}: ${outcome.problem.message}`;
    };
    expect(await message({ issuer: 'http://127.0.0.1:1' })).toMatch(/^issuer: Nothing answered/);
    expect(await message({ issuer: `${provider.issuer}/elsewhere` })).toMatch(/^issuer: There is no provider/);
    expect(await message({ issuer: `${provider.issuer}/` })).toBe(`issuer: The provider there calls itself ${provider.issuer}, which is not the same sign for sign. Enter its own issuer`);
    provider.document = { issuer: 'https://elsewhere.example' };
    expect(await message({})).toMatch(/^issuer: The provider there calls itself https:\/\/elsewhere.example/);
    provider.document = { token_endpoint: 'ftp://elsewhere.example' };
    expect(await message({})).toMatch(/^issuer: There is no provider/);
    provider.document = {};
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('saves one that is switched off without asking it, so that it can be switched off while it is down', async () => {
    const { organisation, context } = await prepared();
    const asked = provider.asked.length;
    expect(await saveIdentityProvider(context, input({ enabled: false, clientSecret: '', revision: 1 }))).toMatchObject({ ok: true });
    expect(provider.asked.length).toBe(asked);
    expect(await stored(organisation.id)).toMatchObject({ enabled: false });
  });

  it('wants another issuer confirmed while members are linked, and leaves their identities as they are', async () => {
    const { organisation, context } = await prepared();
    const { userId } = await addUser(database, organisation.id);
    await linkForTest(database, { organisationId: organisation.id, issuer: provider.issuer, subject: 'one', userId });
    const other = await startForgingProvider('our-client');
    const change = { issuer: other.issuer, revision: 1 };
    expect(await saveIdentityProvider(context, input(change))).toMatchObject({ ok: false, problem: { field: 'confirmIssuer' } });
    expect(await saveIdentityProvider(context, input({ ...change, confirmIssuer: true }))).toMatchObject({ ok: true });
    expect((await readIdentityProvider(context)).linkedCount).toBe(0);
  });

  it('ends the sessions that rest on it once it is switched off, and no other', async () => {
    const { organisation, context } = await prepared();
    const { userId } = await addUser(database, organisation.id);
    const request = new Request('http://localhost:3000/');
    await startSession(request, sessionSubject(userId, organisation.id, { method: 'single-sign-on', boundOrganisationId: organisation.id }));
    await startSession(request, sessionSubject(userId, organisation.id));
    await saveIdentityProvider(context, input({ enabled: false, revision: 1 }));
    const left = await globalTransaction(database.pool, (tx) => tx.select({ method: session.method }).from(session).where(eq(session.userId, userId)));
    expect(left).toEqual([{ method: 'password' }]);
  });

  it('keeps and records who vouches for its second factor, and ends what rested on that once nobody does', async () => {
    const { organisation, context } = await prepared();
    expect((await readIdentityProvider(context)).provider).toMatchObject({ asksSecondFactor: false });
    const { userId } = await addUser(database, organisation.id);
    await startSession(new Request('http://localhost:3000/'), sessionSubject(userId, organisation.id, { method: 'single-sign-on', boundOrganisationId: organisation.id }));
    const left = () => globalTransaction(database.pool, (tx) => tx.select({ method: session.method }).from(session).where(eq(session.userId, userId)));
    expect(await saveIdentityProvider(context, input({ asksSecondFactor: true, revision: 1 }))).toMatchObject({ ok: true });
    expect(await stored(organisation.id)).toMatchObject({ asksSecondFactor: true });
    expect((await readIdentityProvider(context)).provider).toMatchObject({ asksSecondFactor: true });
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'identity-provider.save', detail: { asksSecondFactor: true, endedSessions: 0 } });
    expect(await saveIdentityProvider(context, input({ asksSecondFactor: true, label: 'Other', revision: 2 }))).toMatchObject({ ok: true });
    expect(await left()).toHaveLength(1);
    expect(await saveIdentityProvider(context, input({ revision: 3 }))).toMatchObject({ ok: true });
    expect(await left()).toEqual([]);
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ detail: { asksSecondFactor: false, endedSessions: 1 } });
  });

  it('is for who manages access, in their own organisation, and is not done unrecorded', async () => {
    const { organisation } = await prepared();
    for (const role of ['head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst'] as const) {
      const context = await organisation.as(role);
      expect((await thrownResponse(saveIdentityProvider(context, input({ revision: 1 })))).status).toBe(403);
      expect((await thrownResponse(readIdentityProvider(context))).status).toBe(403);
    }
    const other = await makeOrganisation(database);
    const elsewhere = await other.as('administrator');
    expect((await readIdentityProvider(elsewhere)).provider).toBeNull();
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => saveIdentityProvider(elsewhere, input()));
    expect(await stored(other.id)).toBeUndefined();
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});

describe('the form about the provider', () => {
  const typed = { issuer: 'https://login.example.org/one/v2.0', clientId: 'a', clientSecret: ' b ', label: 'c', revision: '0' };
  it('takes the address of the discovery document for its issuer, and an unticked box for off', () => {
    const parsed = identityProviderInput.parse({ ...typed, issuer: ` ${typed.issuer}/.well-known/openid-configuration ` });
    expect(parsed).toMatchObject({ issuer: typed.issuer, clientSecret: 'b', enabled: false, asksSecondFactor: false, confirmIssuer: false, revision: 0 });
    expect(identityProviderInput.parse({ ...typed, asksSecondFactor: 'on' })).toMatchObject({ asksSecondFactor: true });
  });

  it.each([{ issuer: 'login.example.org' }, { issuer: 'javascript:alert(1)' }, { issuer: 'https://a:b@login.example.org' }, { issuer: 'https://a.example/?x' }, { issuer: 'https://a.example/#x' }, { clientId: '' }, { label: ' ' }, { label: 'x'.repeat(81) }, { clientId: 'a\u0000' }])(
    'refuses %j',
    (change) => {
      expect(identityProviderInput.safeParse({ ...typed, ...change }).success).toBe(false);
    },
  );
});
