import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { addMembership, isSignedIn, type SignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { endOtherSessions } from './end-other-sessions.server.ts';
import { endOwnSession } from './end-own-session.server.ts';
import { readSessions } from './read-sessions.server.ts';
import { signOut } from './sign-out.server.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);
const start = runtime.now;
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
let organisationId = '';
let second = '';
let userId = '';
let browser: SignedIn;

beforeEach(async () => {
  runtime.now = start;
  [organisationId, second] = [await addOrganisation(db), await addOrganisation(db)];
  ({ userId } = await addUser(db, organisationId));
  await addMembership(db, second, userId);
  browser = await signedIn(userId, organisationId);
});

const later = (minutes: number) => (runtime.now = new Date(start.getTime() + minutes * 60_000));
const publicIdOf = async (of: SignedIn) => (await of.context()).viewer.session!.publicId;
const ends = async (id: string) => (await readAudit(db, id)).filter(({ action }) => action === 'session.end');
const bound = (to: string) => signedIn(userId, to, { method: 'single-sign-on', boundOrganisationId: to });

describe('the list of one’s sessions', () => {
  it('says where, since when, last seen when and how, this one first', async () => {
    later(5);
    const phone = await signedIn(userId, second, { source: '198.51.100.7', userAgent: firefox, method: 'passkey', secondFactorAt: runtime.now });
    later(10);
    await signedIn(userId, organisationId, { awaits: 'second-factor' });
    const [mine, waiting, other, ...more] = await readSessions(await browser.context());
    expect(more).toEqual([]);
    expect(mine).toMatchObject({ isThis: true, publicId: await publicIdOf(browser), method: 'password', hasSecondFactor: false, lastSeenAt: runtime.now });
    expect(waiting).toMatchObject({ isThis: false, awaitsSecondFactor: true });
    expect(other).toMatchObject({
      publicId: await publicIdOf(phone),
      organisationId: second,
      device: 'Firefox on Windows',
      source: '198.51.100.7',
      method: 'passkey',
      hasSecondFactor: true,
      awaitsSecondFactor: false,
      isThis: false,
      signedInAt: new Date(start.getTime() + 5 * 60_000),
      lastSeenAt: new Date(start.getTime() + 5 * 60_000),
    });
  });

  it('holds no token, nobody else’s session and none that is over', async () => {
    const other = await addUser(db, organisationId);
    await signedIn(other.userId, organisationId);
    await signedIn(userId, organisationId);
    // Used now and then, so that only the forgotten one is over after two hours.
    later(60);
    await browser.context();
    later(121);
    const sessions = await readSessions(await browser.context());
    expect(sessions).toMatchObject([{ isThis: true }]);
    const { rows } = await db.ownerPool.query('select id from session where user_id = $1', [userId]);
    for (const { id } of rows as { id: string }[]) expect(JSON.stringify(sessions)).not.toContain(id);
  });

  it('shows a session on the word of one organisation those of the same word alone', async () => {
    const [one, other] = [await bound(organisationId), await bound(organisationId)];
    await bound(second);
    const ids = (await readSessions(await one.context())).map(({ publicId }) => publicId);
    expect(ids).toEqual([await publicIdOf(one), await publicIdOf(other)]);
    expect(await readSessions(await browser.context())).toHaveLength(4);
  });

  it('is closed to a key', async () => {
    await expect(readSessions(await contextAs(db, { accessRole: 'api-read', organisationId }))).rejects.toMatchObject({ status: 403 });
  });
});

describe('ending a session', () => {
  it('ends it at once and records it in its own organisation', async () => {
    const elsewhere = await signedIn(userId, second);
    const publicId = await publicIdOf(elsewhere);
    await endOwnSession(await browser.context(), publicId);
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect(await ends(second)).toMatchObject([{ actorUserId: userId, subjectId: userId, detail: { session: publicId } }]);
    expect(await ends(organisationId)).toEqual([]);
  });

  it('answers 404 for somebody else’s as for none, and leaves it', async () => {
    const other = await addUser(db, organisationId);
    const theirs = await signedIn(other.userId, organisationId);
    const context = await browser.context();
    await expectSame404({ other: await publicIdOf(theirs), own: await publicIdOf(browser) }, (id) => endOwnSession(context, id));
    expect(await isSignedIn(theirs)).toBe(true);
    await expect(endOwnSession(await theirs.context(), await publicIdOf(theirs))).resolves.toBeUndefined();
  });

  it('answers 404 to a session on the word of one organisation for all that it is not shown', async () => {
    const context = await (await bound(organisationId)).context();
    const [foreign, same] = [await bound(second), await bound(organisationId)];
    for (const hidden of [browser, foreign]) {
      await expect(endOwnSession(context, await publicIdOf(hidden))).rejects.toMatchObject({ status: 404 });
      expect(await isSignedIn(hidden)).toBe(true);
    }
    expect(await endOtherSessions(context)).toBe(1);
    expect([await isSignedIn(same), await isSignedIn(foreign), await isSignedIn(browser)]).toEqual([false, true, true]);
  });

  it('ends all others, of every organisation, each recorded there', async () => {
    const others = [await signedIn(userId, second), await signedIn(userId, organisationId), await signedIn(userId, organisationId)];
    const stranger = await addUser(db, organisationId);
    const theirs = await signedIn(stranger.userId, organisationId);
    expect(await endOtherSessions(await browser.context())).toBe(3);
    for (const other of others) expect(await isSignedIn(other)).toBe(false);
    expect([await isSignedIn(browser), await isSignedIn(theirs)]).toEqual([true, true]);
    expect([(await ends(organisationId)).length, (await ends(second)).length]).toEqual([2, 1]);
    expect(await endOtherSessions(await browser.context())).toBe(0);
  });

  it('is recorded once when two end it at the same time', async () => {
    const elsewhere = await publicIdOf(await signedIn(userId, organisationId));
    const context = await browser.context();
    const answers = await Promise.allSettled([endOwnSession(context, elsewhere), endOwnSession(context, elsewhere)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ends(organisationId)).toHaveLength(1);
  });

  it('leaves it where it cannot be recorded', async () => {
    const elsewhere = await signedIn(userId, organisationId);
    const context = await browser.context();
    const publicId = await publicIdOf(elsewhere);
    await expectFailureWithoutAudit(db, () => endOwnSession(context, publicId));
    expect(await isSignedIn(elsewhere)).toBe(true);
  });

  it('is closed to a key', async () => {
    const key = await contextAs(db, { accessRole: 'api-write', organisationId });
    await expect(endOwnSession(key, randomUUID())).rejects.toMatchObject({ status: 403 });
    await expect(endOtherSessions(key)).rejects.toMatchObject({ status: 403 });
  });
});

describe('signing out', () => {
  it('is recorded where somebody was signed in, and nowhere else', async () => {
    const unfinished = await signedIn(userId, organisationId, { awaits: 'second-factor' });
    for (const request of [browser.request(), browser.request(), unfinished.request(), new Request('http://localhost:3000/')]) {
      expect(await signOut(request)).toContain('Max-Age=0');
    }
    expect(await isSignedIn(browser)).toBe(false);
    const outs = (await readAudit(db, organisationId)).filter(({ action }) => action === 'sign-out');
    expect(outs).toMatchObject([{ actorUserId: userId, actorName: 'Test user', subjectKind: 'user', subjectId: userId }]);
  });

  it('is done even where it cannot be recorded', async () => {
    await expectFailureWithoutAudit(db, () => signOut(browser.request()));
    expect(await isSignedIn(browser)).toBe(false);
  });
});
