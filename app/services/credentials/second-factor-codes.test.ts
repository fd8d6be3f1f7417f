import { beforeEach, describe, expect, it } from 'vitest';
import { readSession, readUnfinishedSession } from '#app/platform/session/session.server.ts';
import { codeAt, fromSource, setUpTotp, signedInUser, browser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { finishSignIn } from './finish-sign-in.server.ts';
import { matchCode } from './match-code.server.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);

/** Somebody with an authenticator who has typed their password again, a while later. */
async function unfinished() {
  const user = await signedInUser(db);
  const { secret, codes } = await setUpTotp(user);
  clock.now = new Date(clock.now.getTime() + 10 * 60_000);
  const other = browser();
  await user.signIn({ awaits: 'second-factor' }, other);
  const show = (code: string, source?: string) => fromSource(() => finishSignIn(other.request(), { code }), source);
  const again = () => user.signIn({ awaits: 'second-factor' }, other);
  return { user, secret, codes: codes!, other, show, again };
}

beforeEach(async () => {
  clock.now = new Date('2026-06-01T09:00:10Z');
  await db.ownerPool.query('delete from throttle');
});

describe('a code of an authenticator', () => {
  // RFC 6238, appendix B: the SHA-1 vectors, as six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %d s is %s, of step %d', (seconds, code, step) => {
    expect(matchCode(secret, code, new Date(seconds * 1000))).toBe(step);
    expect(matchCode(secret, code, new Date((seconds + 90) * 1000))).toBeNull();
  });

  it('makes a session of an unfinished one, with a new token, and records the sign-in once', async () => {
    const { user, secret: own, other, show } = await unfinished();
    const before = other.request();
    const answer = await show(codeAt(own, clock.now));
    if (!answer?.ok) throw new Error('It was refused.');
    other.take([answer.value.cookie]);
    expect(await readSession(other.request())).toMatchObject({ userId: user.userId, awaits: null, secondFactorAt: clock.now });
    expect([await readSession(before), await readUnfinishedSession(before)]).toEqual([null, null]);
    const signIns = (await readAudit(db, user.organisationId)).filter(({ action }) => action === 'sign-in');
    expect(signIns).toMatchObject([{ actorUserId: user.userId, detail: { method: 'password' } }]);
  });

  it('is taken a step early and a step late, and no further', async () => {
    for (const [steps, isTaken] of [[-2, false], [-1, true], [1, true], [2, false]] as const) {
      const { secret: own, show } = await unfinished();
      expect((await show(codeAt(own, clock.now, steps)))?.ok, `${steps} steps off`).toBe(isTaken);
    }
  });

  it('works once, and those before it no more; also the one that confirmed the authenticator', async () => {
    const user = await signedInUser(db);
    const { secret: own } = await setUpTotp(user);
    const other = browser();
    const tryCode = async (steps: number) => {
      await user.signIn({ awaits: 'second-factor' }, other);
      return (await finishSignIn(other.request(), { code: codeAt(own, clock.now, steps) }))?.ok;
    };
    expect(await tryCode(0)).toBe(false);
    expect([await tryCode(1), await tryCode(1), await tryCode(0), await tryCode(-1)]).toEqual([true, false, false, false]);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await tryCode(0)).toBe(true);
  });

  it('lets one in of two who send it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { user, secret: own, other, show } = await unfinished();
      const second = browser();
      await user.signIn({ awaits: 'second-factor' }, second);
      const code = codeAt(own, clock.now);
      const answers = await Promise.all([show(code), finishSignIn(second.request(), { code })]);
      expect(answers.map((answer) => answer?.ok).sort()).toEqual([false, true]);
      expect(await readSession(other.request())).toBeNull();
    }
  });

  it("is refused where it is another user's, or no code, and that is recorded", async () => {
    const { user, show } = await unfinished();
    const { secret: foreign } = await setUpTotp(await signedInUser(db));
    expect(await show(codeAt(foreign, clock.now))).toMatchObject({ ok: false, problem: { field: 'code' }, retryAfterSeconds: null });
    expect(await show('not a code')).toMatchObject({ ok: false, problem: { field: 'code' } });
    expect(await show(' ')).toMatchObject({ ok: false, problem: { message: expect.stringContaining('Enter the code') } });
    const failed = (await readAudit(db, user.organisationId)).filter(({ action }) => action === 'sign-in.second-factor-failed');
    expect(failed).toMatchObject([{ subjectId: user.userId, detail: { kind: 'code' } }, { subjectId: user.userId }]);
  });

  it('is nothing without an unfinished session: with none, with a finished one, with one that is over', async () => {
    const { user, secret: own, other } = await unfinished();
    const code = codeAt(own, clock.now);
    expect(await finishSignIn(browser().request(), { code })).toBeNull();
    expect(await finishSignIn(user.browser.request(), { code })).toBeNull();
    await db.ownerPool.query('update membership set suspended_at = now() where user_id = $1', [user.userId]);
    expect(await finishSignIn(other.request(), { code })).toBeNull();
    await db.ownerPool.query('update membership set suspended_at = null where user_id = $1', [user.userId]);
    clock.now = new Date(clock.now.getTime() + 3 * 3_600_000);
    expect(await finishSignIn(other.request(), { code: codeAt(own, clock.now) })).toBeNull();
  });
});

describe('recovery codes', () => {
  it('are ten, hashed, and each signs in once, however it is typed; the owner is told', async () => {
    const { user, codes, show, again } = await unfinished();
    expect(new Set(codes).size).toBe(10);
    const { rows } = await db.ownerPool.query<{ all: string }>('select string_agg(code_hash, $2) as all from recovery_code where user_id = $1', [user.userId, ' ']);
    for (const code of codes) expect(rows[0]!.all).not.toContain(code.replaceAll('-', ''));
    const typed = codes[3]!.replaceAll('-', ' ').toUpperCase();
    expect((await show(typed))?.ok).toBe(true);
    await again();
    expect((await show(codes[3]!))?.ok).toBe(false);
    await again();
    expect((await show(codes[4]!))?.ok).toBe(true);
    const used = (await readAudit(db, user.organisationId)).filter(({ action }) => action === 'recovery-code.use');
    expect(used.map(({ detail }) => detail)).toEqual([{ left: 9 }, { left: 8 }]);
    const mails = await db.ownerPool.query('select body from mail where to_address = $1 and body like $2', [user.email, 'A recovery code was used%']);
    expect(mails.rowCount).toBe(2);
  });

  it('let one in of two who send the same at once', async () => {
    const { user, codes, show } = await unfinished();
    const second = browser();
    await user.signIn({ awaits: 'second-factor' }, second);
    const answers = await Promise.all([show(codes[0]!), finishSignIn(second.request(), { code: codes[0]! })]);
    expect(answers.map((answer) => answer?.ok).sort()).toEqual([false, true]);
  });

  it("open nobody else's account", async () => {
    const { codes } = await unfinished();
    const { show } = await unfinished();
    expect((await show(codes[0]!))?.ok).toBe(false);
  });
});

describe('the throttle', () => {
  it('looks at ten of forty guesses at one user that arrive at once, from forty sources, and refuses the right one while it holds', async () => {
    const { secret: own, show } = await unfinished();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => show(`guess ${index}`)));
    const lookedAt = answers.filter((answer) => answer && !answer.ok && answer.retryAfterSeconds === null);
    expect(lookedAt).toHaveLength(10);
    const refused = await show(codeAt(own, clock.now));
    expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringContaining('Try again in') } });
    expect(refused && !refused.ok && refused.retryAfterSeconds! > 0 && refused.retryAfterSeconds! <= 300).toBe(true);
    await db.ownerPool.query('update throttle set expire = expire - 300000');
    expect((await show(codeAt(own, clock.now)))?.ok).toBe(true);
  });

  it('looks at ten of forty guesses from one source at forty users', async () => {
    const { show: one } = await unfinished();
    const { show: two } = await unfinished();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => [one(`guess ${index}`, 'same'), two(`guess ${index}`, 'same')]).flat());
    expect(answers.filter((answer) => answer && !answer.ok && answer.retryAfterSeconds === null)).toHaveLength(10);
  });

  it('does not count those who get in', async () => {
    const { codes, show, again } = await unfinished();
    for (const code of codes) {
      await again();
      expect((await show(code, 'same'))?.ok).toBe(true);
    }
    const { rows } = await db.ownerPool.query('select distinct points from throttle');
    expect(rows).toEqual([{ points: 0 }]);
  });
});
