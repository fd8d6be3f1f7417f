import { beforeEach, describe, expect, it } from 'vitest';
import { makeApiKey } from '#app/platform/secret/api-key.server.ts';
import { makeInvitationToken } from '#app/platform/secret/invitation-token.server.ts';
import { issueFirstRunToken } from '#app/platform/secret/first-run-token.server.ts';
import { linkPurpose } from '#app/platform/mail/queue-mail.server.ts';
import { hashPassword, verifyPassword } from '#app/platform/session/password.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { beginFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { action as signInPage } from '#app/routes/account/sign-in.tsx';
import { sendPasswordReset } from '#app/services/accounts/send-password-reset.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { setUpTotp, signedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);

beforeEach(() => db.ownerPool.query('delete from throttle'));

/** What a secret of so many signs, each one of an alphabet by chance, is worth in bits. */
const bits = (signs: number, alphabet: number) => signs * Math.log2(alphabet);
const secretOf = (token: string) => /^(?:cm_)?[0-9a-f]{32}_([\w-]+)$/.exec(token)![1]!;

describe('what nobody may guess', () => {
  it('is worth at least 128 bits: sessions, flows, keys and invitations', async () => {
    const organisationId = await addOrganisation(db);
    const user = await signedInUser(db, { organisationId });
    const session = /capability=(\w+)/.exec(user.browser.request().headers.get('cookie') ?? '')![1]!;
    expect(bits(session.length, 32)).toBeGreaterThanOrEqual(128);
    const flow = /=([\w-]+);/.exec(await beginFlow('single-sign-on', {}))![1]!;
    expect(bits(flow.length, 64)).toBeGreaterThanOrEqual(128);
    for (const make of [makeApiKey, makeInvitationToken]) {
      const made = Array.from({ length: 20 }, () => secretOf(make(organisationId)));
      expect(new Set(made).size).toBe(20);
      for (const secret of made) expect(bits(secret.length, 64)).toBeGreaterThanOrEqual(128);
    }
  });

  it('is worth as much on the way to a new password and to the first organisation', async () => {
    const { email } = await signedInUser(db);
    await sendPasswordReset(email);
    const { rows } = await db.ownerPool.query<{ sealed_link: string }>(`select sealed_link from mail where to_address = $1 and kind = 'password-reset'`, [email]);
    const token = new URL(unseal(rows[0]!.sealed_link, linkPurpose)).searchParams.get('token')!;
    expect(token).toMatch(/^[\w-]+$/);
    expect(bits(token.length, 64)).toBeGreaterThanOrEqual(128);
    await db.ownerPool.query('truncate app_user cascade');
    const made = [await issueFirstRunToken(db.pool, runtime.now), await issueFirstRunToken(db.pool, runtime.now)] as string[];
    expect(new Set(made).size).toBe(2);
    for (const one of made) {
      expect(one).toMatch(/^[\w-]+$/);
      expect(bits(one.length, 64)).toBeGreaterThanOrEqual(128);
    }
  });

  it('recovery codes are worth at least 128 bits, so that a hash without salt gives none away', async () => {
    const { codes } = await setUpTotp(await signedInUser(db));
    expect(codes).toHaveLength(10);
    for (const code of codes!) {
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4})*$/);
      expect(bits(code.replaceAll('-', '').length, 31)).toBeGreaterThanOrEqual(128);
    }
    // The control: what the bits are counted by.
    expect(bits(16, 31)).toBeLessThan(112);
  });
});

describe('a browser', () => {
  it('keeps what one request begins in a cookie for this host alone', async () => {
    expect(await beginFlow('single-sign-on', {})).toMatch(/^capability-single-sign-on=[\w-]{43}; HttpOnly; Max-Age=600; Path=\/; SameSite=Lax$/);
    runtime.origin = 'https://skills.example.org';
    expect(await beginFlow('single-sign-on', {})).toMatch(/^__Host-capability-single-sign-on=[\w-]{43}; HttpOnly; Max-Age=600; Path=\/; SameSite=Lax; Secure$/);
    runtime.origin = 'http://localhost:3000';
  });
});

describe('a password', () => {
  it('is checked as it was typed: no sign is dropped, changed in case or cut off', async () => {
    const long = `${'long enough, and then some. '.repeat(8)}`.slice(0, 199);
    const hash = await hashPassword(`${long}A`);
    expect(await verifyPassword(hash, `${long}A`)).toBe(true);
    for (const other of [`${long}a`, `${long}B`, long, `${long}A `, ` ${long}A`, `${long}A\0`]) {
      expect(await verifyPassword(hash, other)).toBe(false);
    }
  });

  it('reaches the check from the page of signing in as it was typed', async () => {
    const password = `  ${'Long Enough, and then some. '.repeat(6)} `;
    const { email } = await addUser(db, await addOrganisation(db), { password });
    const typedIn = async (sent: string) => {
      await db.ownerPool.query('delete from throttle');
      const request = new Request('http://localhost:3000/sign-in', { method: 'POST', body: new URLSearchParams({ email, password: sent, returnTo: '/' }) });
      return (await signInPage({ request, params: {}, context: { cspNonce: '', sourceAddress: '192.0.2.1' } })) instanceof Response;
    };
    expect(await typedIn(password)).toBe(true);
    for (const other of [password.trim(), password.trimEnd(), password.toLowerCase(), `${password} `]) expect(await typedIn(other)).toBe(false);
  });
});
