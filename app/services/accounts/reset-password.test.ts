import { beforeEach, describe, expect, it } from 'vitest';
import { linkPurpose } from '#app/platform/mail/queue-mail.server.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { addMembership, answered, isSignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readPasswordReset } from './read-password-reset.server.ts';
import { requestPasswordReset } from './request-password-reset.server.ts';
import { resetPassword } from './reset-password.server.ts';
import { signIn } from './sign-in.server.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);
const start = runtime.now;
const newPassword = 'four rather plain words';
let organisationId = '';
let userId = '';
let email = '';
let sources = 0;
/** Every call from a source of its own, unless the test is about that. */
const anySource = () => `192.0.2.${(sources += 1)}`;

beforeEach(async () => {
  runtime.now = start;
  await db.ownerPool.query('delete from throttle');
  organisationId = await addOrganisation(db);
  ({ userId, email } = await addUser(db, organisationId));
});

interface MailRow {
  kind: string;
  to_address: string;
  subject: string;
  body: string;
  sealed_link: string | null;
}
const mailsTo = async (address: string) =>
  (await db.ownerPool.query<MailRow>('select * from mail where to_address = $1 order by created_at, kind', [address])).rows;
const ask = (forEmail = email, source = anySource()) => answered(() => requestPasswordReset({ email: forEmail, source }));
/** Asks for a link and answers its token. */
async function tokenFor(forEmail = email): Promise<string> {
  await db.ownerPool.query(`delete from mail where to_address = $1`, [forEmail]);
  expect(await ask(forEmail)).toEqual({ ok: true });
  const [mail] = await mailsTo(forEmail);
  return new URL(unseal(mail!.sealed_link!, linkPurpose)).searchParams.get('token')!;
}
const reset = (token: string, password = newPassword, source = anySource()) => resetPassword({ token, newPassword: password, source });
const look = async (token: string) => (await readPasswordReset({ token, source: anySource() })).state;
const canSignIn = async (password: string, as = email) =>
  (await signIn(new Request('http://localhost:3000/'), { email: as, password, source: anySource() })).ok;
const after = (milliseconds: number) => (runtime.now = new Date(start.getTime() + milliseconds));
const halfAnHour = 30 * 60_000;

describe('asking for a new password', () => {
  it('mails a link of which only the hash is stored', async () => {
    expect(await ask(` ${email.toUpperCase()} `)).toEqual({ ok: true });
    const [mail, ...others] = await mailsTo(email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'password-reset', body: expect.stringContaining('{link}') });
    const link = new URL(unseal(mail!.sealed_link!, linkPurpose));
    expect(`${link.origin}${link.pathname}`).toBe('http://localhost:3000/reset-password');
    const token = link.searchParams.get('token')!;
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await db.ownerPool.query('select * from password_reset where user_id = $1', [userId]);
    expect(rows).toMatchObject([{ token_hash: hashSecret(token), used_at: null }]);
    expect(JSON.stringify([rows, mail])).not.toContain(token);
    expect(await readAudit(db, organisationId)).toContainEqual(
      expect.objectContaining({ action: 'password.reset-request', actorUserId: null, subjectId: userId }),
    );
  });

  it('answers for an unknown address as for a known one, and does what differs after the answer', async () => {
    const addresses = [email, 'nobody@example.org'];
    const seen = await Promise.all(
      addresses.map((address) =>
        inRequestScope({ source: '', userAgent: '' }, async (afterwards) => ({
          answer: await requestPasswordReset({ email: address, source: anySource() }),
          putOff: afterwards.length,
        })),
      ),
    );
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]).toEqual({ answer: { ok: true }, putOff: 1 });
    expect(await mailsTo(email)).toEqual([]);
    await ask('nobody@example.org');
    expect(await mailsTo('nobody@example.org')).toEqual([]);
  });

  it.each(['', 'ada', 'a b@example.org', 'ada\0@example.org'])('asks for an address in place of %j', async (wrong) => {
    expect(await ask(wrong)).toMatchObject({ ok: false, problem: { field: 'email' } });
  });

  it('is done five times an hour for one account and from one source, known or not', async () => {
    for (const address of [email, 'nobody@example.org']) {
      for (let count = 0; count < 5; count += 1) expect((await ask(address)).ok).toBe(true);
      expect(await ask(address)).toMatchObject({ ok: false, problem: { field: null }, retryAfterSeconds: expect.any(Number) });
    }
    for (let count = 0; count < 5; count += 1) expect((await ask(`nobody-${count}@example.org`, 'one source')).ok).toBe(true);
    expect(await ask('nobody-5@example.org', 'one source')).toMatchObject({ ok: false });
  });

  it('sends nothing to who is suspended everywhere, and goes out from an organisation that is open', async () => {
    await db.ownerPool.query('update membership set suspended_at = now() where user_id = $1', [userId]);
    await ask();
    expect(await mailsTo(email)).toEqual([]);
    const open = await addOrganisation(db);
    await addMembership(db, open, userId);
    await ask();
    expect(await mailsTo(email)).toMatchObject([{ organisation_id: open, kind: 'password-reset' }]);
  });

  it('tells who has no password so, without a link', async () => {
    await db.ownerPool.query('update app_user set password_hash = null where id = $1', [userId]);
    await ask();
    expect(await mailsTo(email)).toMatchObject([{ kind: 'security-notice', sealed_link: null }]);
    expect((await db.ownerPool.query('select 1 from password_reset where user_id = $1', [userId])).rows).toEqual([]);
  });

  it('leaves one link when two are asked for at once, and none of those before', async () => {
    const old = await tokenFor();
    await Promise.all([ask(), ask()]);
    expect((await db.ownerPool.query('select 1 from password_reset where user_id = $1', [userId])).rows).toHaveLength(1);
    expect(await look(old)).toBe('void');
  });
});

describe('setting a new password by the link', () => {
  it('is a way in while strangers guess at the account: the browser is known from then on', async () => {
    const done = await reset(await tokenFor());
    if (done.state !== 'done') throw new Error(done.state);
    const guess = (password: string, cookie = '') =>
      signIn(new Request('http://localhost:3000/sign-in', { headers: { Cookie: cookie } }), { email, password, source: anySource() });
    await Promise.all(Array.from({ length: 10 }, () => guess('a guess')));
    expect(await guess(newPassword)).toMatchObject({ ok: false, retryAfterSeconds: expect.any(Number) as number });
    expect(await guess(newPassword, done.deviceCookie.split(';')[0])).toMatchObject({ ok: true });
  });

  it('ends every session, signs nobody in, records it in every organisation and says so by mail', async () => {
    const second = await addOrganisation(db);
    await addMembership(db, second, userId);
    const here = await signedIn(userId, organisationId);
    const there = await signedIn(userId, second);
    const token = await tokenFor();
    expect(await reset(token)).toMatchObject({ state: 'done' });
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
    expect((await db.ownerPool.query('select 1 from session where user_id = $1', [userId])).rows).toEqual([]);
    expect([await canSignIn(testPassword), await canSignIn(newPassword)]).toEqual([false, true]);
    for (const id of [organisationId, second]) {
      expect((await readAudit(db, id)).filter(({ action }) => action === 'password.reset')).toMatchObject([{ actorUserId: userId, subjectId: userId }]);
    }
    expect(await mailsTo(email)).toContainEqual(expect.objectContaining({ kind: 'security-notice', sealed_link: null }));
  });

  it('leaves a second factor to be shown when signing in with it', async () => {
    await db.ownerPool.query('update app_user set email_proven_at = now() where id = $1', [userId]);
    await db.ownerPool.query(
      `insert into passkey (id, user_id, public_key, counter, transports, name, created_at) values ($1, $2, '\\x00', 0, '{}', 'Key', now())`,
      [`key-${userId}`, userId],
    );
    expect(await reset(await tokenFor())).toMatchObject({ state: 'done' });
    const answer = await signIn(new Request('http://localhost:3000/'), { email, password: newPassword, source: anySource() });
    expect(answer).toMatchObject({ ok: true, awaitsSecondFactor: true });
  });

  it('works until the thirtieth minute, and not in it', async () => {
    const token = await tokenFor();
    after(halfAnHour - 1);
    expect(await look(token)).toBe('open');
    after(halfAnHour);
    expect(await look(token)).toBe('void');
    expect(await reset(token)).toEqual({ state: 'void' });
    expect(await canSignIn(testPassword)).toBe(true);
    after(halfAnHour - 1);
    expect(await reset(token)).toMatchObject({ state: 'done' });
  });

  it('works once, when two use it at the same time, too', async () => {
    const token = await tokenFor();
    const passwords = [newPassword, 'five quite different plain words'];
    const answers = await Promise.all(passwords.map((password) => reset(token, password)));
    expect(answers.map(({ state }) => state).sort()).toEqual(['done', 'void']);
    const winner = answers.findIndex(({ state }) => state === 'done');
    expect(await canSignIn(passwords[winner]!)).toBe(true);
    expect(await canSignIn(passwords[1 - winner]!)).toBe(false);
    expect(await reset(token)).toEqual({ state: 'void' });
    expect((await readAudit(db, organisationId)).filter(({ action }) => action === 'password.reset')).toHaveLength(1);
  });

  it('touches nobody but whose link it is', async () => {
    const other = await addUser(db, organisationId);
    const theirs = await signedIn(other.userId, organisationId);
    const theirToken = await tokenFor(other.email);
    expect(await reset(await tokenFor())).toMatchObject({ state: 'done' });
    expect(await isSignedIn(theirs)).toBe(true);
    expect(await canSignIn(testPassword, other.email)).toBe(true);
    expect(await look(theirToken)).toBe('open');
  });

  it('refuses a weak password and goes on working', async () => {
    const token = await tokenFor();
    const before = await tenantChecksum(db, organisationId);
    expect(await reset(token, 'short')).toMatchObject({ state: 'refused', problem: { field: 'newPassword' } });
    expect(await tenantChecksum(db, organisationId)).toEqual(before);
    expect(await reset(token)).toMatchObject({ state: 'done' });
  });

  it('reads a wrong, a used and a suspended one’s link alike, and takes the hash for no link', async () => {
    const token = await tokenFor();
    expect(await reset('x'.repeat(43))).toEqual({ state: 'void' });
    expect(await reset(hashSecret(token))).toEqual({ state: 'void' });
    expect(await reset('')).toEqual({ state: 'void' });
    await db.ownerPool.query('update membership set suspended_at = now() where user_id = $1', [userId]);
    expect(await reset(token)).toEqual({ state: 'void' });
    await db.ownerPool.query('update membership set suspended_at = null where user_id = $1', [userId]);
    expect(await canSignIn(testPassword)).toBe(true);
  });

  it('counts links that do not work, by source, and none that works', async () => {
    const token = await tokenFor();
    const source = 'one source';
    for (let count = 0; count < 3; count += 1) expect(await readPasswordReset({ token, source })).toMatchObject({ state: 'open', email });
    for (let count = 0; count < 5; count += 1) expect(await readPasswordReset({ token: `wrong-${count}`, source })).toEqual({ state: 'void' });
    const refused = { state: 'throttled', retryAfterSeconds: expect.any(Number) as number };
    expect(await readPasswordReset({ token, source })).toEqual(refused);
    expect(await reset(token, newPassword, source)).toEqual(refused);
    expect(await ask(email, source), 'another link can be asked for').toEqual({ ok: true });
  });

  it('stores nothing where it cannot be recorded, and the link goes on working', async () => {
    const token = await tokenFor();
    const browser = await signedIn(userId, organisationId);
    const before = await tenantChecksum(db, organisationId);
    await expectFailureWithoutAudit(db, () => reset(token));
    expect(await tenantChecksum(db, organisationId)).toEqual(before);
    expect(await isSignedIn(browser)).toBe(true);
    expect(await look(token)).toBe('open');
  });
});
