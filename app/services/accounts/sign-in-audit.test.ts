import { describe, expect, it } from 'vitest';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { membership } from '#db/schema/index.ts';
import { signIn } from './sign-in.server.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);

/** One attempt in a request of its own; answers how much was left to be done after the answer. */
async function attempt(email: string, password: string, source = '192.0.2.7'): Promise<number> {
  return inRequestScope({ source, userAgent: '' }, async (afterwards) => {
    await signIn(new Request('http://localhost:3000/sign-in'), { email, password, source });
    const left = [...afterwards];
    for (const work of left) await work();
    return left.length;
  });
}

async function someone() {
  const organisationId = await addOrganisation(database);
  const { userId, email } = await addUser(database, organisationId);
  const events = async (id = organisationId) =>
    (await readAudit(database, id)).filter(({ action }) => action.startsWith('sign-in')).map(({ action, subjectId, actorUserId, detail }) => ({ action, subjectId, actorUserId, detail }));
  return { organisationId, userId, email, events };
}

describe('an attempt to sign in', () => {
  it('with a wrong password is recorded in every organisation of the user, as nobody’s deed', async () => {
    const { userId, email, events } = await someone();
    const second = await addOrganisation(database);
    await database.tenant(second).transaction((tx) => tx.insert(membership).values({ organisationId: second, userId, createdAt: runtime.now }));
    await attempt(email, 'not the password');
    const row = { action: 'sign-in.fail', subjectId: userId, actorUserId: null, detail: { source: '192.0.2.7' } };
    expect(await events()).toEqual([row]);
    expect(await events(second)).toEqual([row]);
  });

  it('leaves as much to be done after the answer for an address that nobody has', async () => {
    const { email, events } = await someone();
    const known = await attempt(email, 'not the password');
    expect(known).toBeGreaterThan(0);
    const before = await events();
    expect(await attempt('nobody@example.org', 'not the password')).toBe(known);
    expect(await events()).toEqual(before);
  });

  it('that comes too soon is recorded once in five minutes, however often it comes', async () => {
    const { email, events } = await someone();
    for (let turn = 0; turn < 14; turn += 1) await attempt(email, 'a guess', `198.51.100.${turn}`);
    const actions = (await events()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'sign-in.fail')).toHaveLength(10);
    expect(actions.filter((action) => action === 'sign-in.throttled')).toHaveLength(1);
  });

  it('that succeeds is recorded as what it is', async () => {
    const { email, userId, events } = await someone();
    await attempt(email, testPassword);
    expect(await events()).toMatchObject([{ action: 'sign-in', actorUserId: userId }]);
  });
});
