import { beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { action as addsPasskey } from '#app/routes/account/second-factor-passkey.tsx';
import { action, loader } from '#app/routes/account/second-factor.tsx';
import { loader as home } from '#app/routes/home/home.tsx';
import { action as signIn } from '#app/routes/account/sign-in.tsx';
import { action as show, loader as asks } from '#app/routes/account/sign-in-second-factor.tsx';
import { testPassword } from '#tests/helpers/add-user.ts';
import { browser, codeAt, setUpTotp, signedInUser, type SignedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };
const args = (request: Request) => ({ request, params: {}, context });
const address = 'http://localhost:3000/account/second-factor';

beforeEach(async () => {
  clock.now = new Date('2026-06-01T09:00:10Z');
  await db.ownerPool.query('delete from throttle');
});

const require = (user: SignedInUser) => db.ownerPool.query('update organisation set second_factor_required = true where id = $1', [user.organisationId]);
const bound = (user: SignedInUser) => ({ method: 'single-sign-on' as const, boundOrganisationId: user.organisationId });
const open = async (user: SignedInUser) => {
  const { data, init } = await loader(args(user.browser.request()));
  return { ...data, status: init?.status };
};
const locationOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get('location') : null);

describe('the page of second factors', () => {
  it('says in a session on the word of one organisation why nothing can be changed, and changes nothing', async () => {
    const user = await signedInUser(db);
    await user.signIn(bound(user));
    expect(await open(user)).toMatchObject({ status: 403, mayNothing: true, isRequired: false });
    expect((await thrownResponse(action(args(user.browser.request({ intent: 'begin-authenticator' }))))).status).toBe(403);
    expect((await thrownResponse(addsPasskey(args(user.browser.request({ passkey: '{}' }))))).status).toBe(403);
    const { rowCount } = await db.ownerPool.query('select 1 from totp_credential where user_id = $1', [user.userId]);
    expect(rowCount).toBe(0);
  });

  it('takes a code in such a session where the organisation requires one and the user has one', async () => {
    const user = await signedInUser(db);
    const { secret } = await setUpTotp(user);
    await require(user);
    await user.signIn(bound(user));
    const refused = await thrownResponse(home(args(user.browser.request(undefined, 'http://localhost:3000/'))));
    expect(Object.fromEntries(refused.headers).location).toMatch(/^\/account\/second-factor/);
    expect(await open(user)).toMatchObject({ status: 200, owesIt: true, mayNothing: false });
    clock.now = new Date(clock.now.getTime() + 60_000);
    const answer = await action(args(user.browser.request({ intent: 'show', code: codeAt(secret, clock.now), returnTo: '/teams' })));
    expect(locationOf(answer)).toBe('/teams');
    user.browser.take((answer as Response).headers.getSetCookie());
    expect(await readSession(user.browser.request())).toMatchObject({ secondFactorAt: clock.now, boundOrganisationId: user.organisationId });
  });

  it('asks a session from before the second factor for it, before anything is changed', async () => {
    const user = await signedInUser(db);
    const before = browser();
    await user.signIn({}, before);
    await setUpTotp(user);
    const { data } = await loader(args(before.request()));
    expect(data.owesIt).toBe(true);
    expect((await thrownResponse(action(args(before.request({ intent: 'begin-authenticator' }))))).status).toBe(403);
    const wrong = await action(args(before.request({ intent: 'show', code: '000000' })));
    expect(wrong).toMatchObject({ init: { status: 422 }, data: { problem: { field: 'code' } } });
  });

  it('leads those who have none where the organisation requires one to set it up, and leads nobody else there', async () => {
    const user = await signedInUser(db);
    const start = () => home(args(user.browser.request(undefined, 'http://localhost:3000/?x=1')));
    await start();
    await require(user);
    const refused = await thrownResponse(start());
    expect(Object.fromEntries(refused.headers).location).toBe(`/account/second-factor?${new URLSearchParams({ returnTo: '/?x=1' })}`);
    expect(await open(user)).toMatchObject({ status: 200, isRequired: true, owesIt: false, mayNothing: false });
    await setUpTotp(user);
    await start();
  });
});

describe('signing in with two factors', () => {
  it('leads from the password to the code and on to where one was going, and to no other site', async () => {
    for (const [asked, goesTo] of [['/teams', '/teams'], ['//elsewhere.example', '/']] as const) {
      const user = await signedInUser(db);
      const { secret } = await setUpTotp(user);
      clock.now = new Date(clock.now.getTime() + 60_000);
      const own = browser();
      const first = await signIn(args(own.request({ email: user.email, password: testPassword, returnTo: asked }, 'http://localhost:3000/sign-in')));
      expect(locationOf(first)).toBe(asked === '/teams' ? '/sign-in/second-factor?returnTo=%2Fteams' : '/sign-in/second-factor');
      own.take((first as Response).headers.getSetCookie());
      expect(await readSession(own.request())).toBeNull();
      expect(await asks(args(own.request(undefined, 'http://localhost:3000/sign-in/second-factor')))).toMatchObject({ hasPasskey: false });
      const second = await show(args(own.request({ code: codeAt(secret, clock.now), returnTo: asked })));
      expect(locationOf(second)).toBe(goesTo);
      own.take((second as Response).headers.getSetCookie());
      expect(await readSession(own.request())).toMatchObject({ userId: user.userId, secondFactorAt: clock.now });
    }
  });

  it('answers 429 with Retry-After when there were too many codes', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    await user.signIn({ awaits: 'second-factor' });
    const tries = await Promise.all(Array.from({ length: 40 }, () => show(args(user.browser.request({ code: '000000' })))));
    const statuses = tries.map((answer) => ('init' in answer ? answer.init : null));
    expect(statuses.filter((init) => init?.status === 422)).toHaveLength(10);
    expect(statuses.filter((init) => init?.status === 429 && Number(new Headers(init.headers).get('Retry-After')) > 0)).toHaveLength(30);
  });

  it('leads to the sign-in page whoever owes nothing', async () => {
    const user = await signedInUser(db);
    for (const own of [browser(), user.browser]) {
      const refused = await thrownResponse(asks(args(own.request(undefined, `${address}?returnTo=/teams`))));
      expect(Object.fromEntries(refused.headers).location).toBe('/sign-in?returnTo=%2Fteams');
      expect(locationOf(await show(args(own.request({ code: '000000' }))))).toBe('/sign-in');
    }
  });
});
