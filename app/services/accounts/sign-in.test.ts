import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { provideRuntime, runtime } from '#app/platform/runtime.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { type SignInAnswer, signIn } from './sign-in.server.ts';
import { signOut } from './sign-out.server.ts';

const db = useTestDatabase();
useTestRuntime(db);
let organisationId = '';
let email = '';
let userId = '';

beforeAll(async () => {
  organisationId = await addOrganisation(db);
});

beforeEach(async () => {
  await db.ownerPool.query('delete from throttle');
  ({ email, userId } = await addUser(db, organisationId));
});

const request = (cookie = '') => new Request('http://localhost:3000/sign-in', { headers: { Cookie: cookie } });
const attempt = (password: string, as = email, source = '192.0.2.1') => signIn(request(), { email: as, password, source });
const wasLookedAt = (answer: SignInAnswer) => answer.ok || answer.retryAfterSeconds === null;
const guesses = (count: number, at: (index: number) => Promise<SignInAnswer>) =>
  Promise.all(Array.from({ length: count }, (_, index) => at(index)));

describe('signIn', () => {
  it('starts a session in the organisation of the user, whatever the case of the address', async () => {
    const answer = await attempt(testPassword, ` ${email.toUpperCase()} `);
    if (!answer.ok) throw new Error(answer.problem.message);
    const signedIn = request(answer.cookie.split(';')[0]);
    expect(await readSession(signedIn)).toMatchObject({ userId, organisationId, awaits: null });
    await signOut(signedIn);
    expect(await readSession(signedIn)).toBeNull();
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await attempt('not the password');
    expect(wrong).toEqual({
      ok: false,
      problem: { field: null, message: 'The e-mail address or the password is wrong' },
      retryAfterSeconds: null,
    });
    expect(await attempt('not the password', 'nobody@example.org')).toEqual(wrong);
  });

  it('asks for what is missing, at its field', async () => {
    expect(await attempt('', email)).toMatchObject({ problem: { field: 'password' } });
    expect(await attempt('something', ' ')).toMatchObject({ problem: { field: 'email' } });
  });

  it('checks a password for an unknown address as well: both wait for the hasher, which is full', async () => {
    const day = { isOver: false };
    // Each takes its place again the moment it is done, so that none is ever free for others.
    const keepBusy = async () => {
      while (!day.isOver) await hashPassword('busy');
    };
    const fillers = Array.from({ length: 42 }, keepBusy);
    const full = [attempt('a guess', email, '192.0.2.2'), attempt('a guess', 'nobody@example.org', '192.0.2.3')];
    const answers = await Promise.allSettled(full);
    day.isOver = true;
    await Promise.all(fillers);
    expect(answers.map((answer) => answer.status === 'rejected' && (answer.reason as Response).status)).toEqual([503, 503]);
    const { rows } = await db.ownerPool.query('select points from throttle where points > 0');
    expect(rows).toEqual([]);
  });

  it('says it when the account belongs to no organisation', async () => {
    await db.ownerPool.query('delete from membership where user_id = $1', [userId]);
    expect(await attempt(testPassword)).toMatchObject({ problem: { message: expect.stringContaining('no organisation') } });
  });
});

describe('the throttle', () => {
  it('looks at ten of forty guesses at one account that arrive at once, from forty sources', async () => {
    const answers = await guesses(40, (index) => attempt('a guess', email, `192.0.2.${index}`));
    expect(answers.filter(wasLookedAt)).toHaveLength(10);
    const refused = answers.filter((answer) => !wasLookedAt(answer));
    expect(refused.every((answer) => !answer.ok && answer.retryAfterSeconds! > 0 && answer.retryAfterSeconds! <= 300)).toBe(true);
  });

  it('looks at ten of forty guesses from one source that arrive at once, at forty accounts', async () => {
    const answers = await guesses(40, (index) => attempt('a guess', `nobody-${index}@example.org`));
    expect(answers.filter(wasLookedAt)).toHaveLength(10);
  });

  it('refuses the right password too while it holds, and nobody else', async () => {
    await guesses(10, (index) => attempt('a guess', email, `192.0.2.${index}`));
    expect(await attempt(testPassword, email, '198.51.100.1')).toMatchObject({ ok: false, problem: { field: null } });
    const other = await addUser(db, organisationId);
    expect(await attempt(testPassword, other.email, '198.51.100.1')).toMatchObject({ ok: true });
  });

  it('ends when its time is over', async () => {
    await guesses(10, () => attempt('a guess'));
    expect(await attempt(testPassword)).toMatchObject({ ok: false });
    await db.ownerPool.query('update throttle set expire = expire - 300000');
    expect(await attempt(testPassword)).toMatchObject({ ok: true });
  });

  it('holds over two processes, each with connections of its own', async () => {
    const before = runtime();
    const other = new pg.Pool({ connectionString: db.appUrl, max: 5 });
    let turn = 0;
    provideRuntime({
      ...before,
      get pool() {
        turn += 1;
        return turn % 2 === 0 ? before.pool : other;
      },
    });
    try {
      const answers = await guesses(40, (index) => attempt('a guess', email, `192.0.2.${index}`));
      expect(answers.filter(wasLookedAt)).toHaveLength(10);
    } finally {
      provideRuntime(before);
      await other.end();
    }
  });

  it('does not count those who get in', async () => {
    for (let count = 0; count < 12; count += 1) expect(await attempt(testPassword)).toMatchObject({ ok: true });
    const { rows } = await db.ownerPool.query('select distinct points from throttle');
    expect(rows).toEqual([{ points: 0 }]);
  });
});

describe('a browser in which somebody has signed in', () => {
  const signInFrom = (cookie: string, password: string, as = email) => signIn(request(cookie), { email: as, password, source: '192.0.2.1' });
  const deviceOf = async (as = email) => {
    const answer = await attempt(testPassword, as);
    if (!answer.ok) throw new Error(answer.problem.message);
    return answer.deviceCookie.split(';')[0]!;
  };
  const strangersGuess = () => guesses(10, (index) => attempt('a guess', email, `198.51.100.${index}`));

  it('lets its owner in while strangers guess, from its own address too; another browser waits', async () => {
    const device = await deviceOf();
    await strangersGuess();
    await guesses(10, () => attempt('a guess', 'nobody@example.org'));
    expect(await signInFrom(device, testPassword)).toMatchObject({ ok: true });
    expect(await attempt(testPassword, email, '203.0.113.9')).toMatchObject({ ok: false, retryAfterSeconds: expect.any(Number) });
  });

  it('has ten guesses of its own, also when forty arrive at once', async () => {
    const device = await deviceOf();
    const answers = await guesses(40, () => signInFrom(device, 'a guess'));
    expect(answers.filter(wasLookedAt)).toHaveLength(10);
    expect(wasLookedAt(await attempt(testPassword, email, '203.0.113.9'))).toBe(true);
  });

  it('has none for the account of somebody else', async () => {
    const other = await addUser(db, organisationId);
    const device = await deviceOf(other.email);
    await strangersGuess();
    expect(wasLookedAt(await signInFrom(device, testPassword))).toBe(false);
  });

  it('is forgotten with the password', async () => {
    const device = await deviceOf();
    await db.ownerPool.query('update app_user set password_hash = $2 where id = $1', [userId, await hashPassword('four other plain words')]);
    await strangersGuess();
    expect(wasLookedAt(await signInFrom(device, 'four other plain words'))).toBe(false);
  });
});
