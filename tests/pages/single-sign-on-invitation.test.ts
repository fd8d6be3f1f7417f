import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeInvitationToken } from '#app/platform/secret/invitation-token.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { externalIdentity, invitation } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { startForgingProvider } from '#tests/helpers/forging-provider.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { clientId, setProvider, SignInBrowser } from '#tests/helpers/single-sign-on.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);

async function invite({ id: organisationId }: TestOrganisation, email: string): Promise<string> {
  const token = makeInvitationToken(organisationId);
  const expiresAt = new Date(runtime.now.getTime() + 86_400_000);
  const row = { organisationId, id: randomUUID(), email, name: 'Invited Person', tokenHash: hashSecret(token), createdAt: runtime.now, expiresAt };
  await database.tenant(organisationId).transaction((tx) => tx.insert(invitation).values(row));
  return token;
}

async function prepared() {
  runtime.now = new Date();
  const organisation = await makeOrganisation(database);
  const provider = await startForgingProvider(clientId);
  await setProvider(database, organisation.id, provider.issuer);
  const identities = () => database.tenant(organisation.id).transaction((tx) => tx.select().from(externalIdentity));
  /** Accepts with a subject, as the link on the page of the invitation has it. */
  const accept = async (token: string, subject: string) => {
    const browser = new SignInBrowser();
    const { searchParams } = await browser.leave(organisation.canary, `?${new URLSearchParams({ invitation: token })}`);
    const search = new URLSearchParams({ code: `${subject}~${searchParams.get('nonce')}`, state: searchParams.get('state')! });
    const led = await browser.comeBack(organisation.canary, search);
    return { led, session: await readSession(browser.request('http://localhost:3000/')) };
  };
  return { organisation, provider, accept, identities };
}

describe('an invitation that is accepted with single sign-on', () => {
  it('makes a member of whom the provider knows, and signs them in to this organisation alone', async () => {
    const { organisation, provider, accept, identities } = await prepared();
    const { led, session } = await accept(await invite(organisation, 'invited@example.org'), 'new-one');
    expect(led).toBe('/');
    expect(session).toMatchObject({ organisationId: organisation.id, boundOrganisationId: organisation.id });
    expect(await identities()).toMatchObject([{ issuer: provider.issuer, subject: 'new-one', userId: session?.userId }]);
  });

  it('takes the name that stands in it where the provider states none', async () => {
    const { organisation, provider, accept } = await prepared();
    provider.forge = (forgery) => ({ ...forgery, claims: { ...forgery.claims, name: undefined } });
    const { session } = await accept(await invite(organisation, 'unnamed@example.org'), 'unnamed');
    const { rows } = await database.ownerPool.query<{ name: string }>('select name from app_user where id = $1', [session?.userId]);
    expect(rows).toEqual([{ name: 'Invited Person' }]);
  });

  it('gives nobody the account that somebody has with its address, and is no way in a second time', async () => {
    const { organisation, accept, identities } = await prepared();
    const taken = await accept(await invite(organisation, `head@${(await makeOrganisation(database)).canary}.example`), 'thief');
    expect(taken).toMatchObject({ led: expect.stringContaining('has an account with this e-mail address already') as string, session: null });
    const token = await invite(organisation, 'once@example.org');
    expect((await accept(token, 'first')).led).toBe('/');
    expect(await accept(token, 'second')).toMatchObject({ led: expect.stringContaining('does not work any more') as string, session: null });
    expect((await identities()).map(({ subject }) => subject)).toEqual(['first']);
  });

  it('of another organisation leads nowhere', async () => {
    const { accept, provider } = await prepared();
    const foreign = await invite(await makeOrganisation(database), 'foreign@example.org');
    for (const token of [foreign, 'nonsense']) expect((await thrownResponse(accept(token, 'anybody'))).status).toBe(404);
    expect(provider.asked).toEqual([]);
  });
});
