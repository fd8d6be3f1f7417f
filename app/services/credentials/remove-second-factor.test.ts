import { beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { testPassword } from '#tests/helpers/add-user.ts';
import { browser, fromSource, setUpPasskey, setUpTotp, signedInUser, type SignedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { beginTotp } from './begin-totp.server.ts';
import { confirmTotp } from './confirm-totp.server.ts';
import { readSecondFactors } from './read-second-factors.server.ts';
import { type FactorToRemove, removeSecondFactor } from './remove-second-factor.server.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.server.ts';
import { takeRecoveryCodes } from './take-recovery-codes.server.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);
const authenticator: FactorToRemove = { kind: 'authenticator' };

beforeEach(async () => {
  clock.now = new Date('2026-06-01T09:00:10Z');
  await db.ownerPool.query('delete from throttle');
});

const left = async (user: SignedInUser) => {
  const { rows } = await db.ownerPool.query<{ codes: string; keys: string; apps: string }>(
    `select (select count(*) from recovery_code where user_id = $1) as codes, (select count(*) from passkey where user_id = $1) as keys,
            (select count(*) from totp_credential where user_id = $1) as apps`,
    [user.userId],
  );
  return `${rows[0]!.apps} app, ${rows[0]!.keys} keys, ${rows[0]!.codes} codes`;
};

const remove = async (user: SignedInUser, factor: FactorToRemove, password = testPassword, own = user.browser) =>
  fromSource(async () => removeSecondFactor(await user.context(own), own.request(), factor, password));

const setPolicy = (organisationId: string, required: boolean) =>
  db.ownerPool.query('update organisation set second_factor_required = $2 where id = $1', [organisationId, required]);

describe('removing a second factor', () => {
  it('takes the recovery codes with the last one, gives a new token, ends the other sessions and tells the owner', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    const other = browser();
    await user.signIn({ secondFactorAt: clock.now }, other);
    const before = user.browser.request();
    const answer = await remove(user, authenticator);
    if (!answer.ok) throw new Error(answer.problem.message);
    expect(await left(user)).toBe('0 app, 0 keys, 0 codes');
    expect([await readSession(before), await readSession(other.request())]).toEqual([null, null]);
    user.browser.take(answer.value.cookies);
    expect(await readSession(user.browser.request())).toMatchObject({ userId: user.userId, secondFactorAt: null });
    expect((await readAudit(db, user.organisationId)).at(-1)).toMatchObject({ action: 'second-factor.remove', subjectId: user.userId, detail: { kind: 'authenticator' } });
    const { rowCount } = await db.ownerPool.query("select 1 from mail where to_address = $1 and body like 'The authenticator app was removed%'", [user.email]);
    expect(rowCount).toBe(1);
  });

  it('leaves the codes and what was shown while another one is there', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    const passkey = await setUpPasskey(user);
    const answer = await remove(user, { kind: 'passkey', passkeyId: passkey.id });
    if (!answer.ok) throw new Error(answer.problem.message);
    user.browser.take(answer.value.cookies);
    expect(await left(user)).toBe('1 app, 0 keys, 10 codes');
    expect(await readSession(user.browser.request())).toMatchObject({ secondFactorAt: clock.now });
  });

  it('wants the password, at most ten wrong ones', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    expect(await remove(user, authenticator, '')).toMatchObject({ problem: { field: 'password' } });
    for (let count = 0; count < 10; count += 1) expect(await remove(user, authenticator, 'a guess')).toMatchObject({ problem: { field: 'password' } });
    expect(await remove(user, authenticator)).toMatchObject({ ok: false, problem: { field: null }, retryAfterSeconds: expect.any(Number) });
    expect(await left(user)).toBe('1 app, 0 keys, 10 codes');
  });

  it("answers 404 for another user's passkey as for an unknown one, and removes neither", async () => {
    const user = await signedInUser(db);
    await setUpPasskey(user);
    const foreign = await signedInUser(db);
    const { id } = await setUpPasskey(foreign);
    for (const passkeyId of [id, 'unknown']) await expect(remove(user, { kind: 'passkey', passkeyId })).rejects.toMatchObject({ status: 404 });
    await expect(remove(user, authenticator)).rejects.toMatchObject({ status: 404 });
    expect([await left(user), await left(foreign)]).toEqual(['0 app, 1 keys, 10 codes', '0 app, 1 keys, 10 codes']);
  });

  it('is refused for the last one where the organisation requires one, also of two removed at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const user = await signedInUser(db);
      await setUpTotp(user);
      const passkey = await setUpPasskey(user);
      await setPolicy(user.organisationId, true);
      const second = browser();
      await user.signIn({ secondFactorAt: clock.now }, second);
      const answers = await Promise.allSettled([
        remove(user, authenticator),
        remove(user, { kind: 'passkey', passkeyId: passkey.id }, testPassword, second),
      ]);
      const done = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.ok);
      expect(done.length).toBeLessThanOrEqual(1);
      const kept = await left(user);
      expect(['1 app, 0 keys, 10 codes', '0 app, 1 keys, 10 codes']).toContain(kept);
    }
  });

  it('is refused where the passkey is the only way in, and not where there is another', async () => {
    const user = await signedInUser(db);
    const passkey = await setUpPasskey(user);
    await db.ownerPool.query('update app_user set password_hash = null where id = $1', [user.userId]);
    const factor: FactorToRemove = { kind: 'passkey', passkeyId: passkey.id };
    expect(await remove(user, factor, '')).toMatchObject({ ok: false, problem: { message: expect.stringContaining('only way') } });
    await setUpPasskey(user, 'Second');
    expect(await remove(user, factor, '')).toMatchObject({ ok: true });
    expect(await left(user)).toBe('0 app, 1 keys, 10 codes');
  });

  it('has who has no password sign in again after a quarter of an hour', async () => {
    const user = await signedInUser(db);
    await setUpPasskey(user);
    const second = await setUpPasskey(user, 'Second');
    await db.ownerPool.query('update app_user set password_hash = null where id = $1', [user.userId]);
    clock.now = new Date(clock.now.getTime() + 15 * 60_000 + 1_000);
    const factor: FactorToRemove = { kind: 'passkey', passkeyId: second.id };
    expect(await remove(user, factor, '')).toMatchObject({ ok: false, problem: { message: expect.stringContaining('sign in again') } });
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    const before = await tenantChecksum(db, user.organisationId);
    await expectFailureWithoutAudit(db, () => remove(user, authenticator));
    expect(await tenantChecksum(db, user.organisationId)).toEqual(before);
    expect(await left(user)).toBe('1 app, 0 keys, 10 codes');
  });
});

describe('new recovery codes', () => {
  it('void the old ones and are shown once, to the browser that made them', async () => {
    const user = await signedInUser(db);
    const { codes } = await setUpTotp(user);
    const answer = await renewRecoveryCodes(await user.context(), user.browser.request(), testPassword);
    if (!answer.ok) throw new Error(answer.problem.message);
    user.browser.take(answer.value.cookies);
    const other = browser();
    await user.signIn({ secondFactorAt: clock.now }, other);
    expect(await takeRecoveryCodes(await user.context(other), other.request())).toBeNull();
    const fresh = await takeRecoveryCodes(await user.context(), user.browser.request());
    expect(fresh).toHaveLength(10);
    expect(fresh!.filter((code) => codes!.includes(code))).toEqual([]);
    expect(await takeRecoveryCodes(await user.context(), user.browser.request())).toBeNull();
    expect(await left(user)).toBe('1 app, 0 keys, 10 codes');
    expect((await readAudit(db, user.organisationId)).at(-1)).toMatchObject({ action: 'recovery-codes.make' });
  });

  it('are refused to who has no second factor, and without the password', async () => {
    const user = await signedInUser(db);
    expect(await renewRecoveryCodes(await user.context(), user.browser.request(), testPassword)).toMatchObject({ problem: { field: null } });
    expect(await renewRecoveryCodes(await user.context(), user.browser.request(), '')).toMatchObject({ problem: { field: 'password' } });
  });
});

describe('setting up an authenticator', () => {
  it('takes it into use by a right code alone, and records it', async () => {
    const user = await signedInUser(db);
    await beginTotp(await user.context());
    const wrong = await confirmTotp(await user.context(), user.browser.request(), { code: '000000', password: '' });
    expect(wrong).toMatchObject({ ok: false, problem: { field: 'code' } });
    expect((await readSecondFactors(await user.context(), user.browser.request())).authenticatorSince).toBeNull();
    await setUpTotp(user);
    expect((await readSecondFactors(await user.context(), user.browser.request())).authenticatorSince).toEqual(clock.now);
    expect((await readAudit(db, user.organisationId)).at(-1)).toMatchObject({ action: 'second-factor.add', detail: { kind: 'authenticator' } });
    const { rows } = await db.ownerPool.query<{ sealed_secret: string }>('select sealed_secret from totp_credential where user_id = $1', [user.userId]);
    // One that is in use is not replaced.
    await beginTotp(await user.context());
    expect((await db.ownerPool.query('select sealed_secret from totp_credential where user_id = $1', [user.userId])).rows).toEqual(rows);
  });
});

describe('a session that may not change credentials', () => {
  const changes = async (user: SignedInUser) => {
    const context = await user.context();
    const request = user.browser.request();
    return [
      () => beginTotp(context),
      () => confirmTotp(context, request, { code: '000000', password: testPassword }),
      () => renewRecoveryCodes(context, request, testPassword),
      () => removeSecondFactor(context, request, authenticator, testPassword),
      () => takeRecoveryCodes(context, request),
    ];
  };
  const statuses = async (user: SignedInUser) => {
    const tried = await Promise.allSettled((await changes(user)).map((change) => change()));
    return tried.map((answer) => (answer.status === 'rejected' ? (answer.reason as Response).status : answer.value));
  };
  const all403 = [403, 403, 403, 403, 403];

  it('is one on the word of one organisation, whatever it has shown', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    await user.signIn({ method: 'single-sign-on', boundOrganisationId: user.organisationId, secondFactorAt: clock.now });
    expect(await statuses(user)).toEqual(all403);
    expect(await left(user)).toBe('1 app, 0 keys, 10 codes');
  });

  it('is one that has not shown the second factor that there is', async () => {
    const user = await signedInUser(db);
    await setUpTotp(user);
    await user.signIn();
    expect(await statuses(user)).toEqual(all403);
  });
});
