import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSession } from '#app/platform/session/session.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { addMembership, isSignedIn, type SignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { changeName } from './change-name.server.ts';
import { readAccount } from './read-account.server.ts';
import { readOrganisations } from './read-organisations.server.ts';
import { readSwitchable } from './read-switchable.server.ts';
import { switchOrganisation } from './switch-organisation.server.ts';

const db = useTestDatabase();
useTestRuntime(db);
let first = '';
let second = '';
let userId = '';
let browser: SignedIn;

beforeEach(async () => {
  [first, second] = [await addOrganisation(db), await addOrganisation(db)];
  ({ userId } = await addUser(db, first));
  await addMembership(db, second, userId);
  browser = await signedIn(userId, first);
});

const boundTo = (id: string) => signedIn(userId, id, { method: 'single-sign-on', boundOrganisationId: id });
const suspend = (id: string) => db.ownerPool.query('update membership set suspended_at = now() where organisation_id = $1 and user_id = $2', [id, userId]);
const leave = (id: string) => db.ownerPool.query('delete from membership where organisation_id = $1 and user_id = $2', [id, userId]);
const toSwitch = async (by: SignedIn, to: string) => switchOrganisation(by.request(), await by.context(), to);

describe('one’s account', () => {
  it('says who one is and what one may do here', async () => {
    const organisation = await makeOrganisation(db);
    const { lights } = organisation.teams;
    const person = organisation.people.ben;
    const made = await addUser(db, organisation.id, {
      name: 'Ada Example',
      personId: person,
      grants: [
        { accessRole: 'team-manager', teamId: lights },
        { accessRole: 'analyst', teamId: null },
      ],
    });
    const { grants, ...account } = await readAccount(await (await signedIn(made.userId, organisation.id)).context());
    expect(account).toEqual({ name: 'Ada Example', email: made.email, hasPassword: true, personName: `ben ${organisation.canary}`, mayChangeName: true });
    expect(grants).toHaveLength(2);
    expect(grants).toContainEqual({ accessRole: 'team-manager', teamName: `Lights ${organisation.canary}`, roleName: null });
    expect(grants).toContainEqual({ accessRole: 'analyst', teamName: null, roleName: null });
  });

  it('is nothing that a key has', async () => {
    const key = await contextAs(db, { accessRole: 'api-write', organisationId: first });
    for (const work of [() => readAccount(key), () => readOrganisations(key), () => changeName(key, { name: 'New' })]) {
      await expect(work()).rejects.toMatchObject({ status: 403 });
    }
    expect(await readSwitchable(key)).toBe(false);
  });
});

describe('changing one’s name', () => {
  it('changes it everywhere, and records it', async () => {
    expect(await changeName(await browser.context(), { name: ' Ada Example ' })).toEqual({ ok: true, value: { name: 'Ada Example' } });
    expect((await browser.context()).viewer.name).toBe('Ada Example');
    expect((await (await signedIn(userId, second)).context()).viewer.name).toBe('Ada Example');
    expect(await readAudit(db, first)).toContainEqual(expect.objectContaining({ action: 'account.rename', actorUserId: userId, subjectId: userId, detail: {} }));
  });

  it.each(['', '  ', 'x'.repeat(201), 'Ada\r\nBcc: all@example.org', 'A\0da', 'Ada \u202eelpmaxE'])('refuses %j and stores nothing', async (name) => {
    const before = await tenantChecksum(db, first);
    expect(await changeName(await browser.context(), { name })).toMatchObject({ ok: false, problem: { field: 'name' } });
    expect(await tenantChecksum(db, first)).toEqual(before);
  });

  it('is closed to a session on the word of one organisation while there are others, and open to it alone', async () => {
    const bound = await boundTo(first);
    expect(await readAccount(await bound.context())).toMatchObject({ mayChangeName: false });
    await expect(changeName(await bound.context(), { name: 'New' })).rejects.toMatchObject({ status: 403 });
    await leave(second);
    expect(await readAccount(await bound.context())).toMatchObject({ mayChangeName: true });
    expect((await changeName(await bound.context(), { name: 'New' })).ok).toBe(true);
  });

  it('stores nothing where it cannot be recorded', async () => {
    const context = await browser.context();
    const before = await tenantChecksum(db, first);
    await expectFailureWithoutAudit(db, () => changeName(context, { name: 'New' }));
    expect(await tenantChecksum(db, first)).toEqual(before);
  });
});

describe('one’s organisations', () => {
  it('are those that are open, in the order of joining, and lead to a switch where there are several', async () => {
    const context = await browser.context();
    expect(await readOrganisations(context)).toEqual([
      { organisationId: second, name: 'Test organisation', isCurrent: false },
      { organisationId: first, name: 'Test organisation', isCurrent: true },
    ]);
    expect(await readSwitchable(context)).toBe(true);
    await suspend(second);
    expect((await readOrganisations(context)).map(({ organisationId }) => organisationId)).toEqual([first]);
    expect(await readSwitchable(context)).toBe(false);
  });

  it('are one for a session on the word of that one', async () => {
    const context = await (await boundTo(first)).context();
    expect(await readOrganisations(context)).toMatchObject([{ organisationId: first, isCurrent: true }]);
    expect(await readSwitchable(context)).toBe(false);
  });
});

describe('switching to another organisation', () => {
  it('goes there under a new token, keeps what was shown of oneself, and is recorded there', async () => {
    const before = await readSession(browser.request());
    const cookie = await toSwitch(browser, second);
    expect(await isSignedIn(browser), 'the old token').toBe(false);
    browser.take(cookie);
    expect((await browser.context()).viewer).toMatchObject({ userId, organisationId: second });
    const after = await readSession(browser.request());
    const { method, secondFactorAt, createdAt } = before!;
    expect(after).toMatchObject({ method, secondFactorAt, createdAt, boundOrganisationId: null });
    expect(await readAudit(db, second)).toMatchObject([{ action: 'organisation.switch', actorUserId: userId, subjectId: userId }]);
    const { rows } = await db.ownerPool.query('select last_signed_in_at from membership where organisation_id = $1', [second]);
    expect(rows).toEqual([{ last_signed_in_at: new Date('2026-06-01T09:00:00Z') }]);
  });

  it('is asked for a second factor there, where it is required', async () => {
    await db.ownerPool.query('update organisation set second_factor_required = true where id = $1', [second]);
    browser.take(await toSwitch(browser, second));
    const thrown = await browser.context().catch((answer: unknown) => answer as Response);
    expect((thrown as Response).headers.get('Location')).toMatch(/^\/account\/second-factor/);
    const withKey = await signedIn(userId, first, { method: 'passkey', secondFactorAt: new Date('2026-06-01T09:00:00Z') });
    withKey.take(await toSwitch(withKey, second));
    expect((await withKey.context()).viewer.organisationId).toBe(second);
  });

  it('answers 404 alike for one that is not theirs, suspended them, was left, or is not there', async () => {
    const context = await browser.context();
    const foreign = await addOrganisation(db);
    await expectSame404({ other: foreign, own: second }, (id) => switchOrganisation(browser.request(), context, id));
    await suspend(second);
    await expectSame404({ other: second, own: second }, (id) => switchOrganisation(browser.request(), context, id));
    await leave(second);
    await expectSame404({ other: second, own: second }, (id) => switchOrganisation(browser.request(), context, id));
    const person = randomUUID();
    await db.ownerPool.query(`insert into person (organisation_id, id, name, starts_on, leaves_on, created_at) values ($1, $2, 'Gone', '2025-01-01', '2026-05-31', now())`, [foreign, person]);
    await db.ownerPool.query('insert into membership (organisation_id, user_id, person_id, created_at) values ($1, $2, $3, now())', [foreign, userId, person]);
    await expectSame404({ other: foreign, own: second }, (id) => switchOrganisation(browser.request(), context, id));
    expect(await isSignedIn(browser)).toBe(true);
    expect([...(await readAudit(db, second)), ...(await readAudit(db, foreign))]).toEqual([]);
  });

  it('is closed to a session on the word of one organisation, by the service and by the database', async () => {
    const bound = await boundTo(first);
    await expect(toSwitch(bound, second)).rejects.toMatchObject({ status: 403 });
    expect((await bound.context()).viewer.organisationId).toBe(first);
    const own = await bound.context();
    const context = { ...own, viewer: { ...own.viewer, session: { ...own.viewer.session!, isBound: false } } };
    await expect(switchOrganisation(bound.request(), context, second)).rejects.toMatchObject({ cause: { constraint: 'session_bound_by_single_sign_on' } });
  });

  it('is not done where it cannot be recorded', async () => {
    const context = await browser.context();
    await expectFailureWithoutAudit(db, () => switchOrganisation(browser.request(), context, second));
    expect((await browser.context()).viewer.organisationId).toBe(first);
  });
});
