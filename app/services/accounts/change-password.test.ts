import { beforeEach, describe, expect, it } from 'vitest';
import { knownDevice, rememberDevice } from '#app/platform/session/known-device.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { answered, isSignedIn, type SignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { changePassword } from './change-password.server.ts';
import { sendPasswordReset } from './send-password-reset.server.ts';
import { signIn } from './sign-in.server.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);
const source = '192.0.2.1';
const newPassword = 'four rather plain words';
let organisationId = '';
let userId = '';
let email = '';
let browser: SignedIn;

beforeEach(async () => {
  await db.ownerPool.query('delete from throttle');
  organisationId = await addOrganisation(db);
  ({ userId, email } = await addUser(db, organisationId));
  browser = await signedIn(userId, organisationId);
});

const change = async (by: SignedIn, input: { currentPassword?: string; newPassword?: string } = {}) =>
  changePassword(by.request(), await by.context(), { currentPassword: testPassword, newPassword, source, ...input });
const mails = async () => (await db.ownerPool.query('select * from mail where organisation_id = $1', [organisationId])).rows as Record<string, unknown>[];
const canSignIn = async (password: string) => (await signIn(new Request('http://localhost:3000/'), { email, password, source })).ok;
const lose = () => db.ownerPool.query('update app_user set password_hash = null where id = $1', [userId]);

describe('changing the password', () => {
  it('ends every other session, keeps this one under a new token, and says so in the audit and by mail', async () => {
    const elsewhere = await signedIn(userId, organisationId);
    const waiting = await signedIn(userId, organisationId, { awaits: 'second-factor' });
    const before = await readSession(browser.request());
    const answer = await change(browser);
    if (!answer.ok) throw new Error(answer.problem.message);
    expect(await isSignedIn(browser), 'the old token').toBe(false);
    expect(await isSignedIn(elsewhere)).toBe(false);
    browser.take(answer.cookie);
    const after = await readSession(browser.request());
    expect(after).toMatchObject({ userId, organisationId, createdAt: before!.createdAt });
    expect(after!.publicId).not.toBe(before!.publicId);
    const { rows } = await db.ownerPool.query('select public_id from session where user_id = $1', [userId]);
    expect(rows).toEqual([{ public_id: after!.publicId }]);
    expect(await isSignedIn(waiting)).toBe(false);
    expect([await canSignIn(testPassword), await canSignIn(newPassword)]).toEqual([false, true]);
    expect(await readAudit(db, organisationId)).toContainEqual(
      expect.objectContaining({ action: 'password.change', actorUserId: userId, subjectKind: 'user', subjectId: userId, detail: {} }),
    );
    expect(await mails()).toMatchObject([
      { kind: 'security-notice', to_address: email, sealed_link: null, body: expect.stringContaining('1 June 2026, 10:00') },
    ]);
  });

  it('voids the mailed links to a new password, and leaves the sessions and links of others alone', async () => {
    const other = await addUser(db, organisationId);
    const theirs = await signedIn(other.userId, organisationId);
    await sendPasswordReset(email);
    await sendPasswordReset(other.email);
    expect((await change(browser)).ok).toBe(true);
    expect((await db.ownerPool.query('select user_id from password_reset where user_id = any($1)', [[userId, other.userId]])).rows).toEqual([{ user_id: other.userId }]);
    expect(await isSignedIn(theirs)).toBe(true);
  });

  it('refuses a wrong current password, and counts it as a guess with those of the sign-in page', async () => {
    const before = await tenantChecksum(db, organisationId);
    for (let guess = 0; guess < 9; guess += 1) {
      expect(await change(browser, { currentPassword: `guess ${guess}` })).toMatchObject({ ok: false, problem: { field: 'currentPassword' }, retryAfterSeconds: null });
    }
    expect(await canSignIn('a tenth guess')).toBe(false);
    expect(await change(browser)).toMatchObject({ ok: false, problem: { field: null }, retryAfterSeconds: expect.any(Number) });
    expect(await tenantChecksum(db, organisationId)).toEqual(before);
    await db.ownerPool.query('delete from throttle');
    expect((await change(browser)).ok).toBe(true);
  });

  it('records a wrong current password once the answer has left', async () => {
    await answered(() => change(browser, { currentPassword: 'a guess' }));
    expect(await readAudit(db, organisationId)).toContainEqual(expect.objectContaining({ action: 'password.fail', actorUserId: userId, subjectId: userId }));
  });

  it('lets a known browser guess beside what strangers use up, and knows this one from then on', async () => {
    const hash = async () =>
      (await db.ownerPool.query<{ password_hash: string }>('select password_hash from app_user where id = $1', [userId])).rows[0]!.password_hash;
    for (let guess = 0; guess < 10; guess += 1) await canSignIn(`guess ${guess}`);
    expect(await change(browser)).toMatchObject({ ok: false, retryAfterSeconds: expect.any(Number) });
    const known = browser.request();
    const device = rememberDevice({ userId, passwordHash: await hash() }).split(';')[0];
    known.headers.set('Cookie', `${known.headers.get('Cookie')}; ${device}`);
    const answer = await changePassword(known, await browser.context(), { currentPassword: testPassword, newPassword, source });
    if (!answer.ok) throw new Error(answer.problem.message);
    const next = new Request('http://localhost:3000/', { headers: { Cookie: answer.deviceCookie.split(';')[0]! } });
    expect(knownDevice(next, { userId, passwordHash: await hash() })).not.toBeNull();
    expect(knownDevice(known, { userId, passwordHash: await hash() })).toBeNull();
  });

  it.each([
    ['newPassword', { newPassword: 'short' }],
    ['newPassword', { newPassword: testPassword }],
    ['currentPassword', { currentPassword: '' }],
  ])('refuses at %s what will not do, and stores nothing', async (field, input) => {
    const before = await tenantChecksum(db, organisationId);
    expect(await change(browser, input)).toMatchObject({ ok: false, problem: { field } });
    expect(await tenantChecksum(db, organisationId)).toEqual(before);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('lets one of two changes at once stand', async () => {
    const elsewhere = await signedIn(userId, organisationId);
    // Both are let in before either changes anything: the one that comes second would be signed out by the first.
    const changes = [
      { by: browser, context: await browser.context(), newPassword },
      { by: elsewhere, context: await elsewhere.context(), newPassword: 'five quite different plain words' },
    ];
    const [one, other] = await Promise.all(
      changes.map(({ by, context, ...input }) => changePassword(by.request(), context, { currentPassword: testPassword, source, ...input })),
    );
    expect([one!.ok, other!.ok].sort()).toEqual([false, true]);
    expect(await canSignIn(one!.ok ? newPassword : 'five quite different plain words')).toBe(true);
    expect((await readAudit(db, organisationId)).filter(({ action }) => action === 'password.change')).toHaveLength(1);
  });

  it('is closed to a session on the word of one organisation, with the right password too', async () => {
    const bound = await signedIn(userId, organisationId, { method: 'single-sign-on', boundOrganisationId: organisationId });
    await expect(change(bound)).rejects.toMatchObject({ status: 403 });
    expect((await change(browser)).ok).toBe(true);
  });

  it('is closed to a key and to a viewer without a session', async () => {
    const input = { currentPassword: testPassword, newPassword, source };
    for (const accessRole of ['api-write', 'administrator'] as const) {
      const context = await contextAs(db, { accessRole, organisationId });
      await expect(changePassword(browser.request(), context, input)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('sets a first password for who has shown a second factor, and for nobody else', async () => {
    await lose();
    const withPasskey = await signedIn(userId, organisationId, { method: 'passkey', secondFactorAt: runtime.now });
    expect(await change(browser, { currentPassword: '' })).toMatchObject({ ok: false, problem: { field: null } });
    expect(await canSignIn(newPassword)).toBe(false);
    const answer = await change(withPasskey, { currentPassword: '' });
    expect(answer).toMatchObject({ ok: true });
    expect(await canSignIn(newPassword)).toBe(true);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('stores nothing and ends nothing where it cannot be recorded', async () => {
    const elsewhere = await signedIn(userId, organisationId);
    const before = await tenantChecksum(db, organisationId);
    await expectFailureWithoutAudit(db, () => change(browser));
    expect(await tenantChecksum(db, organisationId)).toEqual(before);
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([true, true]);
  });
});
