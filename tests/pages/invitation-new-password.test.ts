import { beforeEach, describe, expect, it } from 'vitest';
import { readSession, startSession } from '#app/platform/session/session.server.ts';
import { action, loader } from '#app/routes/account/invitation.tsx';
import { readMail } from '#app/services/organisation/read-mail.server.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { invite } from '#tests/helpers/invite.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
const runtime = useTestRuntime(database);
const url = 'http://localhost:3000/invitation';
const context = { cspNonce: '', sourceAddress: '192.0.2.19' };
const mailServer = { url: 'smtp://127.0.0.1:9', from: 'Capability Map <no-reply@example.org>' };
const newPassword = 'four rather plain words';

beforeEach(async () => {
  runtime.mailServer = mailServer;
  await database.ownerPool.query('delete from throttle');
});

/** Somebody whom the first organisation has suspended, with a factor and a way back by mail, invited by a second one. */
async function scene({ isProven = false } = {}) {
  const [first, second] = [await makeOrganisation(database), await makeOrganisation(database)];
  const { userId, email } = await addUser(database, first.id);
  const query = (text: string) => database.ownerPool.query(text, [userId]);
  await query('update membership set suspended_at = now() where user_id = $1');
  await query(`insert into totp_credential (user_id, sealed_secret, created_at, confirmed_at) values ($1, 'x', now(), now())`);
  await query(`insert into password_reset (token_hash, user_id, created_at, expires_at) values (gen_random_uuid()::text, $1, now(), now() + interval '1 day')`);
  await query(`update app_user set email_proven_at = ${isProven ? 'now()' : 'null'} where id = $1`);
  const cookie = (await startSession(new Request(url), sessionSubject(userId, first.id))).split(';')[0]!;
  const { token, invitationId } = await invite(database, second, { email });
  const seen = async () => (await loader({ request: new Request(`${url}?${new URLSearchParams({ token })}`), params: {}, context })).data.invitation;
  const post = (body: Record<string, string>) =>
    action({ request: new Request(url, { method: 'POST', body: new URLSearchParams({ token, ...body }) }), params: {}, context });
  const renew = (chosen = newPassword) => post({ as: 'new-password', newPassword: chosen });
  const count = async (table: string) => (await query(`select 1 from ${table} where user_id = $1`)).rowCount;
  const passwordHash = async () => (await query('select password_hash from app_user where id = $1')).rows[0] as unknown;
  return { first, second, userId, email, token, invitationId, cookie, seen, post, renew, count, passwordHash };
}

const refusalOf = (answer: Awaited<ReturnType<typeof action>>) => {
  if (answer instanceof Response) throw new Error('This should have been refused.');
  return { status: answer.init?.status, ...answer.data };
};

/** Where a redirect leads, and the session that it begins. */
async function after(answer: Awaited<ReturnType<typeof action>>) {
  if (!(answer instanceof Response)) throw new Error(answer.data.problem.message);
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const request = new Request(url, { headers: { cookie } });
  return { to: answer.headers.get('Location'), session: await readSession(request) };
}

describe('a new password with an invitation', () => {
  it('is chosen by whom no organisation lets in, with all that a mailed link to a new password does', async () => {
    const { first, second, userId, email, cookie, seen, renew, count } = await scene();
    expect(await seen()).toMatchObject({ next: 'own-password', mayRenewPassword: true });
    const { to, session } = await after(await renew());
    expect(to).toBe('/');
    expect(session).toMatchObject({ userId, organisationId: second.id, awaits: null });
    expect(await readSession(new Request(url, { headers: { cookie } }))).toBeNull();
    expect([await count('session'), await count('password_reset'), await count('totp_credential')]).toEqual([1, 0, 0]);
    const { rows } = await database.ownerPool.query(`select kind, organisation_id from mail where to_address = $1 and subject = 'Your password was changed'`, [email]);
    expect(rows).toEqual([{ kind: 'security-notice', organisation_id: second.id }]);
    const reset = { action: 'password.reset', subjectId: userId, detail: { factorsRemoved: true } };
    expect((await readAudit(database, second.id)).slice(1, 3)).toMatchObject([reset, { action: 'invitation.accept', detail: { as: 'renewed' } }]);
    expect((await readAudit(database, first.id)).at(-1)).toMatchObject(reset);
  });

  it('does not go around a second factor of an address that was proven before', async () => {
    const { renew, count } = await scene({ isProven: true });
    const { to, session } = await after(await renew());
    expect(to).toMatch(/^\/sign-in\/second-factor/);
    expect(session).toBeNull();
    expect(await count('totp_credential')).toBe(1);
  });

  it('must be a good one, and leaves the invitation and the old one as they are otherwise', async () => {
    const { renew, post, passwordHash } = await scene();
    const before = await passwordHash();
    for (const weak of ['', 'short']) expect(refusalOf(await renew(weak))).toMatchObject({ status: 422, problem: { field: 'newPassword' } });
    expect(await passwordHash()).toEqual(before);
    expect((await after(await post({ password: testPassword }))).to).toMatch(/second-factor/);
  });

  it('is not set unrecorded', async () => {
    const { renew, passwordHash, count } = await scene();
    const before = await passwordHash();
    await expectFailureWithoutAudit(database, renew);
    expect(await passwordHash()).toEqual(before);
    expect(await count('membership')).toBe(1);
  });
});

describe('an administrator who holds the link', () => {
  it('takes over nobody’s account without a mail server, and the page says what to do', async () => {
    runtime.mailServer = null;
    const { seen, renew, passwordHash, count } = await scene();
    const before = await passwordHash();
    expect(await seen()).toMatchObject({ next: 'own-password', mayRenewPassword: false });
    expect(refusalOf(await renew())).toMatchObject({ status: 422, problem: { message: expect.stringContaining('another address') as unknown } });
    expect([await passwordHash(), await count('session'), await count('membership')]).toEqual([before, 1, 1]);
  });

  it('takes over nobody’s either who looked at the link before there was a mail server', async () => {
    runtime.mailServer = null;
    const { second, email, seen, renew, passwordHash } = await scene();
    const { rows } = await database.ownerPool.query<{ id: string }>(`select id from mail where to_address = $1 and kind = 'invitation'`, [email]);
    runtime.mailServer = mailServer;
    expect(await seen(), 'the control: nobody has looked yet').toMatchObject({ mayRenewPassword: true });
    runtime.mailServer = null;
    expect(await readMail(await second.as('administrator'), rows[0]!.id)).toMatchObject({ link: 'shown' });
    runtime.mailServer = mailServer;
    const before = await passwordHash();
    expect(await seen()).toMatchObject({ mayRenewPassword: false });
    expect(refusalOf(await renew())).toMatchObject({ status: 422 });
    expect(await passwordHash()).toEqual(before);
  });

  it('proves no address of a new account by it either, as the mailbox does', async () => {
    const provenBy = async (shown: boolean) => {
      const organisation = await makeOrganisation(database);
      runtime.mailServer = null;
      const { token, email } = await invite(database, organisation);
      const { rows } = await database.ownerPool.query<{ id: string }>('select id from mail where to_address = $1', [email]);
      if (shown) await readMail(await organisation.as('administrator'), rows[0]!.id);
      runtime.mailServer = mailServer;
      const request = new Request(url, { method: 'POST', body: new URLSearchParams({ token, name: 'Ida', password: testPassword }) });
      expect((await after(await action({ request, params: {}, context }))).to).toBe('/');
      return (await database.ownerPool.query('select email_proven_at is not null as proven from app_user where email = $1', [email])).rows;
    };
    expect(await provenBy(true)).toEqual([{ proven: false }]);
    expect(await provenBy(false)).toEqual([{ proven: true }]);
  });

  it('sets no password of somebody whom another organisation lets in, nor of somebody new', async () => {
    const { first, userId, renew, passwordHash } = await scene();
    await database.ownerPool.query('update membership set suspended_at = null where user_id = $1 and organisation_id = $2', [userId, first.id]);
    const before = await passwordHash();
    expect(refusalOf(await renew())).toMatchObject({ status: 422 });
    expect(await passwordHash()).toEqual(before);
    const { token } = await invite(database, first);
    const request = new Request(url, { method: 'POST', body: new URLSearchParams({ token, as: 'new-password', newPassword }) });
    expect(refusalOf(await action({ request, params: {}, context }))).toMatchObject({ status: 422 });
  });
});
