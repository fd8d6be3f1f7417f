import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSession, startSession } from '#app/platform/session/session.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { action, loader } from '#app/routes/account/invitation.tsx';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { invite } from '#tests/helpers/invite.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);
const url = 'http://localhost:3000/invitation';
const context = { cspNonce: '', sourceAddress: '192.0.2.9' };

beforeEach(() => database.ownerPool.query('delete from throttle'));

const get = (token: string, cookie = '') => ({ request: new Request(`${url}?${new URLSearchParams({ token })}`, { headers: { cookie } }), params: {}, context });
const post = (body: Record<string, string>, cookie = '', to = url) => ({
  request: new Request(to, { method: 'POST', body: new URLSearchParams(body), headers: { cookie } }),
  params: {},
  context,
});

async function seen(token: string, cookie = '') {
  const { data, init } = await loader(get(token, cookie));
  return { ...data, status: init?.status ?? 200 };
}

async function cookieOf(userId: string, organisationId: string, wanted: Parameters<typeof sessionSubject>[2] = {}): Promise<string> {
  return (await startSession(new Request(url), sessionSubject(userId, organisationId, wanted))).split(';')[0] ?? '';
}

/** The session that an answer of the action has begun. */
async function sessionAfter(answer: Awaited<ReturnType<typeof action>>) {
  if (!(answer instanceof Response)) throw new Error(`A redirect was expected, and not: ${answer.data.problem.message}`);
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  return { to: answer.headers.get('location'), session: await readSession(new Request(url, { headers: { cookie } })) };
}

function refusal(answer: Awaited<ReturnType<typeof action>>) {
  if (answer instanceof Response) throw new Error('This should have been refused.');
  return { ...answer.data, status: answer.init?.status };
}

const memberships = async (userId: string) =>
  (await database.ownerPool.query<{ id: string }>('select organisation_id as id from membership where user_id = $1 order by created_at', [userId])).rows.map(({ id }) => id);

describe('the page of an invitation', () => {
  it('says to whom, by whom and to what it invites, and lets somebody new in', async () => {
    const organisation = await makeOrganisation(database);
    const { canary } = organisation;
    const { token, email } = await invite(database, organisation);
    const { invitation } = await seen(token);
    expect(invitation).toMatchObject({
      next: 'new',
      organisationName: `Coast ${canary}`,
      organisationSlug: canary,
      name: 'Ida Invited',
      email,
      untilOn: '2026-06-08',
      providerLabel: null,
      grants: [{ term: 'Analyst of the whole organisation' }],
    });
    const { to, session } = await sessionAfter(await action(post({ token, name: 'Ida', password: testPassword })));
    expect(to).toBe('/');
    expect(session).toMatchObject({ organisationId: organisation.id, method: 'password', awaits: null });
    expect(await seen(token)).toMatchObject({ status: 404, invitation: null });
  });

  it('takes nothing from the form but name and password', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { token } = await invite(database, organisation);
    const forged = {
      organisationId: other.id,
      userId: organisation.users.head,
      email: 'forged@example.org',
      personId: organisation.people.ben,
      accessRole: 'administrator',
      'grants.1.accessRole': 'administrator',
      kind: 'external',
    };
    const { session } = await sessionAfter(await action(post({ ...forged, token, name: 'Ida', password: testPassword })));
    expect(await memberships(session!.userId)).toEqual([organisation.id]);
    const { rows } = await database.ownerPool.query(
      'select access_role, person_id, email from access_grant join membership using (organisation_id, user_id) join app_user on app_user.id = user_id where user_id = $1',
      [session!.userId],
    );
    expect(rows).toEqual([{ access_role: 'analyst', person_id: null, email: expect.stringMatching(/^invited-/) }]);
  });

  it('keeps what was typed, but the password, where something is to be put right', async () => {
    const { token } = await invite(database, await makeOrganisation(database));
    const refused = refusal(await action(post({ token, name: 'Ida', password: 'short' })));
    expect(refused).toMatchObject({ status: 422, isOver: false, name: 'Ida', problem: { field: 'password' } });
    expect(JSON.stringify(refused)).not.toContain('"short"');
  });

  it('answers every link that does not work alike', async () => {
    const { token, invitationId } = await invite(database, await makeOrganisation(database));
    await database.ownerPool.query('update invitation set revoked_at = now() where id = $1', [invitationId]);
    const dead = await seen(token);
    expect(dead).toEqual({ token: '', invitation: null, status: 404 });
    for (const other of ['', 'x', `${'0'.repeat(32)}_${'x'.repeat(43)}`]) {
      expect(await seen(other)).toEqual(dead);
      expect(refusal(await action(post({ token: other, name: 'Ida', password: testPassword })))).toMatchObject({ status: 404, isOver: true });
    }
  });

  it('says when to try again after too many links that do not work', async () => {
    const wrong = () => `${randomUUID().replaceAll('-', '')}_${'x'.repeat(43)}`;
    const answers = await Promise.all(Array.from({ length: throttleLimits.invitation.points + 40 }, () => loader(get(wrong())).then(() => null, (thrown: Response) => thrown)));
    const refused = answers.filter((answer) => answer !== null);
    expect(refused).toHaveLength(40);
    expect(refused.map(({ status }) => status)).toEqual(Array(40).fill(429));
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('somebody who has an account', () => {
  async function scene(): Promise<{ organisation: TestOrganisation; other: TestOrganisation; userId: string; token: string; email: string }> {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { userId, email } = await addUser(database, other.id);
    const { token } = await invite(database, organisation, { email, personId: organisation.people.dan });
    return { organisation, other, userId, token, email };
  }

  it('is asked to sign in first, then accepts with one button and looks at the new organisation', async () => {
    const { organisation, other, userId, token, email } = await scene();
    const { invitation } = await seen(token);
    expect(invitation).toMatchObject({ next: 'sign-in', email: null, name: null, personName: null });
    expect(refusal(await action(post({ token, name: 'Ida', password: testPassword }))).status).toBe(422);
    expect(refusal(await action(post({ token, as: 'signed-in' }))).status).toBe(422);
    const cookie = await cookieOf(userId, other.id);
    expect((await seen(token, cookie)).invitation).toMatchObject({ next: 'accept', email });
    const { session } = await sessionAfter(await action(post({ token, as: 'signed-in' }, cookie)));
    expect(session).toMatchObject({ userId, organisationId: organisation.id });
    expect(await readSession(new Request(url, { headers: { cookie } })), 'the token from before').toBeNull();
    expect((await memberships(userId)).sort()).toEqual([organisation.id, other.id].sort());
  });

  it('is not signed in while a second factor is owed', async () => {
    const { other, userId, token } = await scene();
    const cookie = await cookieOf(userId, other.id, { awaits: 'second-factor' });
    expect((await seen(token, cookie)).invitation).toMatchObject({ next: 'sign-in' });
    expect(refusal(await action(post({ token, as: 'signed-in' }, cookie)))).toMatchObject({ status: 422, isOver: false });
    expect(await memberships(userId)).toEqual([other.id]);
  });

  it('is refused with a session on the word of another organisation', async () => {
    const { other, userId, token } = await scene();
    const cookie = await cookieOf(userId, other.id, { method: 'single-sign-on', boundOrganisationId: other.id });
    expect((await seen(token, cookie)).invitation).toMatchObject({ next: 'bound' });
    expect(refusal(await action(post({ token, as: 'signed-in' }, cookie)))).toMatchObject({ status: 422, problem: { message: expect.stringContaining('another organisation') } });
    expect(await memberships(userId)).toEqual([other.id]);
  });

  it('is refused as somebody else, who learns no address and no name', async () => {
    const { organisation, token, email } = await scene();
    const cookie = await cookieOf(organisation.users.head, organisation.id);
    const shown = await seen(token, cookie);
    expect(shown.invitation).toMatchObject({ next: 'somebody-else' });
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${email}|Ida Invited|dan ${organisation.canary}`));
    const before = await rowCounts(database);
    const bodies: Record<string, string>[] = [{ as: 'signed-in' }, { name: 'Ida', password: testPassword }];
    for (const body of bodies) {
      expect(refusal(await action(post({ token, ...body }, cookie)))).toMatchObject({ status: 422 });
    }
    const { throttle: _, ...counts } = await rowCounts(database);
    expect(before).toMatchObject(counts);
  });

  it('shows their password where no organisation lets them in, and is asked as often as at the sign-in', async () => {
    const { organisation, userId, token } = await scene();
    await database.ownerPool.query('delete from membership where user_id = $1', [userId]);
    expect((await seen(token)).invitation).toMatchObject({ next: 'own-password' });
    const guesses = await Promise.all(
      Array.from({ length: 14 }, () => action(post({ token, password: 'a wrong guess' })).then((answer) => refusal(answer).status, (thrown: Response) => thrown.status)),
    );
    expect(guesses.filter((status) => status === 422)).toHaveLength(10);
    expect(guesses.filter((status) => status === 429)).toHaveLength(4);
    await database.ownerPool.query('delete from throttle');
    const { session } = await sessionAfter(await action(post({ token, password: testPassword })));
    expect(session).toMatchObject({ userId, organisationId: organisation.id });
  });
});
