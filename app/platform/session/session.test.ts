import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { endSession, endSessionsOf, readSession, rotateSession, startSession } from './session.server.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);
const minutes = (count: number) => new Date(runtime.now.getTime() + count * 60_000);
const organisationId = randomUUID();
let userId = '';

beforeEach(async () => {
  runtime.origin = 'http://localhost:3000';
  userId = randomUUID();
  await db.ownerPool.query(
    `insert into app_user (id, email, name, password_hash, created_at) values ($1::uuid, $1::text, 'Somebody', '-', now())`,
    [userId],
  );
});

const stored = async () =>
  (await db.ownerPool.query('select id, created_at, expires_at from session where user_id = $1', [userId])).rows as {
    id: string;
    created_at: Date;
    expires_at: Date;
  }[];

const requestWith = (setCookie: string | null) =>
  new Request('http://localhost:3000/', { headers: { Cookie: setCookie?.split(';')[0] ?? '' } });
const nobody = () => requestWith(null);
const tokenIn = (setCookie: string) => setCookie.split(';')[0]!.split('=')[1]!;
const signIn = () => startSession(nobody(), sessionSubject(userId, organisationId));

describe('a session', () => {
  it('is known by its cookie, and the table holds only the hash of its token', async () => {
    const cookie = await signIn();
    expect(await readSession(requestWith(cookie))).toMatchObject({ userId, organisationId });
    const [row] = await stored();
    expect(row?.id).toBe(createHash('sha256').update(tokenIn(cookie)).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(tokenIn(cookie));
  });

  it('is not known by its hash, by another token or without one', async () => {
    const cookie = await signIn();
    const [row] = await stored();
    expect(await readSession(requestWith(`capability=${row?.id}`))).toBeNull();
    expect(await readSession(requestWith(cookie.replace(tokenIn(cookie), 'x'.repeat(40))))).toBeNull();
    expect(await readSession(nobody())).toBeNull();
  });

  it('has a cookie for this host alone over https, and a plain one over http', async () => {
    expect(await signIn()).toMatch(/^capability=\w+; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax$/);
    runtime.origin = 'https://skills.example.org';
    expect(await signIn()).toMatch(/^__Host-capability=\w+; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/);
  });

  it('ends when nobody has used it for two hours', async () => {
    const cookie = await signIn();
    runtime.now = minutes(119);
    expect(await readSession(requestWith(cookie))).not.toBeNull();
    runtime.now = minutes(119);
    expect(await readSession(requestWith(cookie))).not.toBeNull();
    runtime.now = minutes(121);
    expect(await readSession(requestWith(cookie))).toBeNull();
  });

  it('ends twelve hours after signing in, however much it is used', async () => {
    const cookie = await signIn();
    const began = runtime.now;
    for (let hour = 1; hour < 12; hour += 1) {
      runtime.now = minutes(60);
      expect(await readSession(requestWith(cookie))).not.toBeNull();
    }
    const [row] = await stored();
    expect(row?.expires_at).toEqual(new Date(began.getTime() + 12 * 3_600_000));
    runtime.now = minutes(60);
    expect(await readSession(requestWith(cookie))).toBeNull();
  });

  it('takes the place of the one that the browser had', async () => {
    const before = await signIn();
    const after = await startSession(requestWith(before), sessionSubject(userId, organisationId));
    expect(tokenIn(after)).not.toBe(tokenIn(before));
    expect(await readSession(requestWith(before))).toBeNull();
    expect(await readSession(requestWith(after))).not.toBeNull();
  });

  it('gets another token with a change of privilege, and ends no later for it', async () => {
    const before = await signIn();
    const [first] = await stored();
    runtime.now = minutes(30);
    const elsewhere = randomUUID();
    const after = await rotateSession(requestWith(before), { organisationId: elsewhere });
    expect(await readSession(requestWith(before))).toBeNull();
    expect(await readSession(requestWith(after))).toMatchObject({ ...sessionSubject(userId, elsewhere), createdAt: first?.created_at });
    const rows = await stored();
    expect(rows.map((row) => row.created_at)).toEqual([first?.created_at]);
    expect(await rotateSession(nobody())).toBeNull();
  });

  it('does not come back by a change of privilege while it is being ended', async () => {
    for (let round = 0; round < 20; round += 1) {
      const before = await signIn();
      const [after] = await Promise.all([rotateSession(requestWith(before)), endSessionsOf(userId), endSessionsOf(userId)]);
      // Either the new one was ended too, or it came first of all and was then seen by the ending.
      await endSessionsOf(userId);
      expect(await stored()).toEqual([]);
      expect(after === null || (await readSession(requestWith(after))) === null).toBe(true);
    }
    const ended = await signIn();
    await db.ownerPool.query('delete from session');
    expect(await rotateSession(requestWith(ended))).toBeNull();
    expect(await stored()).toEqual([]);
  });

  it('is found beside the cookies of other programs on the same host, whatever is in them', async () => {
    const own = (await signIn()).split(';')[0]!;
    for (const foreign of ['theme=100%', '%E0%A4%A=x', 'a=%00', 'b', '=', 'xcapability=no']) {
      const request = new Request('http://localhost:3000/', { headers: { Cookie: `${foreign}; ${own}; ${foreign}` } });
      expect(await readSession(request), foreign).toMatchObject({ userId });
    }
    for (const damaged of ['capability=%', 'capability=', 'capability=%00', 'capability']) {
      expect(await readSession(new Request('http://localhost:3000/', { headers: { Cookie: damaged } })), damaged).toBeNull();
    }
  });

  it('is gone from the table after signing out', async () => {
    const cookie = await signIn();
    expect(await endSession(requestWith(cookie))).toMatch(/^capability=; HttpOnly; Max-Age=0;/);
    expect(await stored()).toEqual([]);
    expect(await readSession(requestWith(cookie))).toBeNull();
  });

  it('ends with all others of its user, and with nobody else’s', async () => {
    const cookies = [await signIn(), await signIn()];
    const mine = userId;
    userId = randomUUID();
    await db.ownerPool.query(
      `insert into app_user (id, email, name, password_hash, created_at) values ($1::uuid, $1::text, 'Other', '-', now())`,
      [userId],
    );
    const other = await signIn();
    await endSessionsOf(mine);
    expect(await Promise.all(cookies.map((cookie) => readSession(requestWith(cookie))))).toEqual([null, null]);
    expect(await readSession(requestWith(other))).not.toBeNull();
  });
});
