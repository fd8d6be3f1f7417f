import { beforeEach, describe, expect, it } from 'vitest';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { action as passkeyOptions } from '#app/routes/account/sign-in-passkey-options.ts';
import { browser, fromSource, setUpPasskey, signedInUser, type SignedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { softwareAuthenticator, type Told } from '#tests/helpers/software-authenticator.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { testPassword } from '#tests/helpers/add-user.ts';
import { addPasskey } from './add-passkey.server.ts';
import { beginPasskeySignIn } from './begin-passkey-sign-in.server.ts';
import { beginPasskey } from './begin-passkey.server.ts';
import { finishSignIn } from './finish-sign-in.server.ts';
import { readSecondFactors } from './read-second-factors.server.ts';
import { signInWithPasskey } from './sign-in-with-passkey.server.ts';

const db = useTestDatabase();
useTestRuntime(db);
type Passkey = ReturnType<typeof softwareAuthenticator>;

beforeEach(async () => {
  await db.ownerPool.query('delete from throttle');
});

async function asked(userId: string | null) {
  const begun = await beginPasskeySignIn(userId);
  if (!begun.ok) throw new Error(begun.problem.message);
  return begun.value;
}

/** A new browser that asks to sign in and answers, honestly or not. */
async function signInBy(passkey: Passkey, told: Told = {}) {
  const own = browser();
  const { options, cookie } = await asked(null);
  own.take([cookie]);
  const answer = await fromSource(() => signInWithPasskey(own.request(), passkey.show(options, told)));
  if (answer.ok) own.take([answer.value.cookie]);
  return { answer, own };
}

async function owner(): Promise<{ user: SignedInUser; passkey: Passkey }> {
  const user = await signedInUser(db);
  return { user, passkey: await setUpPasskey(user) };
}

const lies: [string, Told][] = [
  ['from a foreign origin', { origin: 'https://elsewhere.example' }],
  ['from another port of our host', { origin: 'http://localhost:3001' }],
  ['for a foreign site', { rpID: 'elsewhere.example' }],
  ['without PIN, finger or face', { isVerified: false }],
];

describe('adding a passkey', () => {
  it('stores it, tells its owner, and shows a second factor in a session with a new token', async () => {
    const { user, passkey } = await owner();
    expect(await readSession(user.browser.request())).toMatchObject({ userId: user.userId, secondFactorAt: new Date('2026-06-01T09:00:00Z') });
    const { passkeys, recoveryCodesLeft } = await readSecondFactors(await user.context(), user.browser.request());
    expect(passkeys).toMatchObject([{ id: passkey.id, name: 'Work laptop', lastUsedAt: null }]);
    expect(recoveryCodesLeft).toBe(10);
    expect((await readAudit(db, user.organisationId)).map(({ action }) => action)).toContain('passkey.add');
    const { rows } = await db.ownerPool.query<{ kind: string }>('select kind from mail where to_address = $1', [user.email]);
    expect(rows).toEqual([{ kind: 'security-notice' }]);
  });

  const attempt = async (told: Told = {}, change: { challenge?: string } = {}) => {
    const user = await signedInUser(db);
    const begun = await beginPasskey(await user.context(), user.browser.request(), { name: 'Key', password: '' });
    if (!begun.ok) throw new Error(begun.problem.message);
    user.browser.take([begun.value.cookie]);
    const answer = softwareAuthenticator().make({ ...begun.value.options, ...change }, told);
    const added = await addPasskey(await user.context(), user.browser.request(), answer);
    const { rowCount } = await db.ownerPool.query('select 1 from passkey where user_id = $1', [user.userId]);
    return { user, answer, isAdded: added.ok, stored: rowCount };
  };

  it.each(lies)('refuses one made %s', async (_, told) => {
    expect(await attempt(told)).toMatchObject({ isAdded: false, stored: 0 });
  });

  it('refuses an answer to a challenge that was not ours, and none at all; the honest twin is added', async () => {
    expect(await attempt({}, { challenge: 'Zm9yZWlnbg' })).toMatchObject({ isAdded: false, stored: 0 });
    const { user, answer, ...honest } = await attempt();
    expect(honest).toEqual({ isAdded: true, stored: 1 });
    // A new session, since the old one's token is over: the same answer again, whose challenge is used up.
    await user.signIn({ secondFactorAt: new Date('2026-06-01T09:00:00Z') });
    expect(await addPasskey(await user.context(), user.browser.request(), answer)).toMatchObject({ ok: false });
    expect(await addPasskey(await user.context(), user.browser.request(), '{"id":1}')).toMatchObject({ ok: false });
  });

  it('asks for a name, and for the password once what was shown is a while ago', async () => {
    const user = await signedInUser(db);
    const begin = async (input: { name: string; password: string }) => beginPasskey(await user.context(), user.browser.request(), input);
    expect(await begin({ name: ' ', password: '' })).toMatchObject({ problem: { field: 'name' } });
    expect(await begin({ name: 'x'.repeat(61), password: '' })).toMatchObject({ problem: { field: 'name' } });
    expect(await begin({ name: 'Work \u202epotpal', password: testPassword })).toMatchObject({ problem: { field: 'name' } });
    await db.ownerPool.query("update session set created_at = created_at - interval '16 minutes' where user_id = $1", [user.userId]);
    expect(await begin({ name: 'Key', password: '' })).toMatchObject({ problem: { field: 'password' } });
    expect(await begin({ name: 'Key', password: 'wrong' })).toMatchObject({ problem: { field: 'password' } });
    expect(await begin({ name: 'Key', password: testPassword })).toMatchObject({ ok: true });
  });

  it('names the passkeys that there are, so that a device makes no second one', async () => {
    const { user, passkey } = await owner();
    const begun = await beginPasskey(await user.context(), user.browser.request(), { name: 'Again', password: '' });
    expect(begun).toMatchObject({ value: { options: { excludeCredentials: [{ id: passkey.id }] } } });
  });
});

describe('a passkey alone', () => {
  it('signs in whoever it belongs to, and counts for two factors', async () => {
    const { user, passkey } = await owner();
    const { answer, own } = await signInBy(passkey);
    expect(answer.ok).toBe(true);
    const session = await readSession(own.request());
    expect(session).toMatchObject({ userId: user.userId, method: 'passkey', awaits: null, secondFactorAt: new Date('2026-06-01T09:00:00Z') });
    expect((await readAudit(db, user.organisationId)).at(-1)).toMatchObject({ action: 'sign-in', detail: { method: 'passkey' } });
    const { rows } = await db.ownerPool.query<{ counter: string }>('select counter, last_used_at from passkey where id = $1', [passkey.id]);
    expect(rows).toMatchObject([{ counter: '2', last_used_at: expect.anything() }]);
  });

  it.each([...lies, ['without saying whose it is', { userHandle: null }], ['saying that it is another’s', { userHandle: 'bm9ib2R5' }], ['with a counter that stands still, as a copy has', { keepsCounter: true }]] as [string, Told][])(
    'is refused where it answers %s',
    async (_, told) => {
      const { passkey } = await owner();
      expect((await signInBy(passkey)).answer.ok).toBe(true);
      const { answer, own } = await signInBy(passkey, told);
      expect(answer).toMatchObject({ ok: false, retryAfterSeconds: null });
      expect(await readSession(own.request())).toBeNull();
    },
  );

  it('is refused where nobody knows it, and where its answer is read from the wire and sent again', async () => {
    const stranger = softwareAuthenticator();
    stranger.make({ challenge: 'eA', user: { id: 'eA' } });
    expect((await signInBy(stranger)).answer.ok).toBe(false);
    const { passkey } = await owner();
    const own = browser();
    const { options, cookie } = await asked(null);
    own.take([cookie]);
    const stored = passkey.show(options);
    expect((await signInWithPasskey(own.request(), stored)).ok).toBe(true);
    expect((await signInWithPasskey(own.request(), stored)).ok).toBe(false);
    const next = await asked(null);
    own.take([next.cookie]);
    expect((await signInWithPasskey(own.request(), stored)).ok).toBe(false);
  });

  it('is refused without the browser that was asked, and for what a second factor was asked for', async () => {
    const { user, passkey } = await owner();
    const { options } = await asked(null);
    expect((await signInWithPasskey(browser().request(), passkey.show(options))).ok).toBe(false);
    const own = browser();
    const second = await asked(user.userId);
    own.take([second.cookie]);
    expect((await signInWithPasskey(own.request(), passkey.show(second.options))).ok).toBe(false);
  });

  it('is asked for so many times from one source, and the page gets words and the time to wait after that', async () => {
    const { points } = throttleLimits['passkey-sign-in'];
    const asks = () => fromSource(() => passkeyOptions({ request: new Request('http://localhost:3000/sign-in/passkey-options', { method: 'POST', body: new URLSearchParams({}) }), params: {}, context: { cspNonce: '', sourceAddress: '' } }), 'same');
    const answers = await Promise.all(Array.from({ length: points + 5 }, asks));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(await refused[0]!.json()).toMatchObject({ problem: { field: null, message: expect.stringContaining('Too many attempts') as unknown } });
    expect(Number(refused[0]!.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await fromSource(() => beginPasskeySignIn(null), 'another')).ok).toBe(true);
  });

  it('is looked at ten times of forty from one source', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => fromSource(() => signInWithPasskey(browser().request(), '{}'), 'same')),
    );
    expect(answers.filter((answer) => !answer.ok && answer.retryAfterSeconds === null)).toHaveLength(10);
  });
});

describe('a passkey after a password', () => {
  const shown = async (user: SignedInUser, passkey: Passkey, askedOf: string | null = user.userId, told: Told = {}) => {
    const own = browser();
    await user.signIn({ awaits: 'second-factor' }, own);
    const { options, cookie } = await asked(askedOf);
    own.take([cookie]);
    return { options, answer: await fromSource(() => finishSignIn(own.request(), { passkey: passkey.show(options, told) })) };
  };

  it('is a second factor, also where it does not say whose it is', async () => {
    const { user, passkey } = await owner();
    const { options, answer } = await shown(user, passkey);
    expect(options.allowCredentials).toMatchObject([{ id: passkey.id }]);
    expect(answer?.ok).toBe(true);
    expect((await shown(user, passkey, user.userId, { userHandle: null })).answer?.ok).toBe(true);
  });

  it("is refused where it is another user's, was asked of nobody, or answers dishonestly; that is recorded", async () => {
    const { user, passkey } = await owner();
    const { passkey: foreign } = await owner();
    expect((await shown(user, foreign)).answer?.ok).toBe(false);
    expect((await shown(user, passkey, null)).answer?.ok).toBe(false);
    for (const [, told] of lies) expect((await shown(user, passkey, user.userId, told)).answer?.ok).toBe(false);
    const failed = (await readAudit(db, user.organisationId)).filter(({ action }) => action === 'sign-in.second-factor-failed');
    expect(failed.map(({ detail }) => detail)).toEqual(Array.from({ length: 2 + lies.length }, () => ({ kind: 'passkey' })));
  });
});
