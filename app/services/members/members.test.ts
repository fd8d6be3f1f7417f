import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { readSession, startSession } from '#app/platform/session/session.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readMember } from './read-member.server.ts';
import { readMembers } from './read-members.server.ts';
import { removeMember } from './remove-member.server.ts';
import { restoreMember } from './restore-member.server.ts';
import { suspendMember } from './suspend-member.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

let organisation: TestOrganisation;
let administrator: Context;
let userId: string;

beforeEach(async () => {
  organisation = await makeOrganisation(database);
  administrator = await organisation.as('administrator');
  const grants = [{ accessRole: 'team-manager' as const, teamId: organisation.teams.boats }];
  ({ userId } = await addUser(database, organisation.id, { name: 'pat example', grants }));
});

const requestWith = (cookie: string) => new Request('http://localhost:3000/', { headers: { Cookie: cookie.split(';')[0]! } });
const signedIn = (who: string, organisationId: string) =>
  startSession(new Request('http://localhost:3000/'), sessionSubject(who, organisationId));
const isIn = async (cookie: string) => (await readSession(requestWith(cookie))) !== null;
const lastAction = async () => (await readAudit(database, organisation.id)).at(-1);

describe('the users of an organisation', () => {
  it('stand by name with their grants, state and the person they are', async () => {
    const members = await readMembers(administrator);
    const { canary, teams, people, users } = organisation;
    expect(members.map(({ name }) => name)).toEqual([`head ${canary}`, `manager ${canary}`, 'pat example']);
    expect(members[1]).toMatchObject({ userId: users.manager, personId: people.ada, personName: `ada ${canary}`, state: 'active', hasSecondFactor: false });
    expect(members[2]?.grants).toMatchObject([{ accessRole: 'team-manager', teamId: teams.boats, teamName: `Boats ${canary}`, roleId: null }]);
  });

  it('who have left or are suspended say so, and so does a second factor', async () => {
    const { people, users, id } = organisation;
    await database.ownerPool.query(`update person set leaves_on = '2026-05-31' where organisation_id = $1 and id = $2`, [id, people.ada]);
    await suspendMember(administrator, userId);
    await database.ownerPool.query(
      `insert into totp_credential (user_id, sealed_secret, created_at, confirmed_at) values ($1, 'x', now(), null), ($2, 'x', now(), now())`,
      [users.manager, userId],
    );
    expect((await readMembers(administrator)).map(({ state, hasSecondFactor }) => [state, hasSecondFactor])).toEqual([
      ['active', false],
      ['left', false],
      ['suspended', true],
    ]);
  });

  it('are for administrators alone, and another organisation’s is not there', async () => {
    const other = await makeOrganisation(database);
    await expectSame404({ other: other.users.head, own: userId }, (id) => readMember(administrator, id));
    for (const role of ['head-of-service', 'team-manager', 'moderator', 'analyst', 'team-member'] as const) {
      await expect(readMembers(await organisation.as(role))).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('suspending a user', () => {
  it('ends their sessions here at once and nowhere else, and is undone by letting them in again', async () => {
    const other = await makeOrganisation(database);
    const [here, elsewhere, bystander] = [
      await signedIn(userId, organisation.id),
      await signedIn(userId, other.id),
      await signedIn(organisation.users.head, organisation.id),
    ];
    expect(await suspendMember(administrator, userId)).toEqual({ ok: true, value: null });
    expect([await isIn(here), await isIn(elsewhere), await isIn(bystander)]).toEqual([false, true, true]);
    expect(await lastAction()).toMatchObject({ action: 'user.suspend', subjectId: userId });
    expect((await readMember(administrator, userId)).state).toBe('suspended');
    await restoreMember(administrator, userId);
    expect(await readMember(administrator, userId)).toMatchObject({ state: 'active', grants: [{ accessRole: 'team-manager' }] });
    expect(await lastAction()).toMatchObject({ action: 'user.restore' });
  });

  it('changes nothing and records nothing the second time', async () => {
    await suspendMember(administrator, userId);
    const before = await tenantChecksum(database, organisation.id);
    await suspendMember(administrator, userId);
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});

describe('removing a user', () => {
  it('takes grants and sessions, and leaves the account and what was recorded', async () => {
    const cookie = await signedIn(userId, organisation.id);
    expect(await removeMember(administrator, userId)).toEqual({ ok: true, value: null });
    expect(await isIn(cookie)).toBe(false);
    expect((await readMembers(administrator)).map((member) => member.userId)).not.toContain(userId);
    const { rows } = await database.ownerPool.query(
      'select (select count(*)::int from app_user where id = $1) as accounts, (select count(*)::int from access_grant where user_id = $1) as grants',
      [userId],
    );
    expect(rows).toEqual([{ accounts: 1, grants: 0 }]);
    expect(await lastAction()).toMatchObject({ action: 'user.remove', detail: { grants: [{ accessRole: 'team-manager', teamId: organisation.teams.boats }] } });
  });
});

describe.each([
  ['suspendMember', suspendMember],
  ['removeMember', removeMember],
] as const)('%s', (_name, change) => {
  it('is refused for the last administrator who can come in, also when two go at each other', async () => {
    const admins = await Promise.all(
      [1, 2].map(() => addUser(database, organisation.id, { grants: [{ accessRole: 'administrator', teamId: null }] })),
    );
    const [first, second] = await Promise.all(admins.map((one) => organisation.as('administrator', { userId: one.userId })));
    const outcomes = await Promise.all([change(first!, admins[1]!.userId), change(second!, admins[0]!.userId)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('is for administrators, never on oneself, and not with another organisation’s users', async () => {
    const other = await makeOrganisation(database);
    await expectSame404({ other: other.users.head, own: userId }, (id) => change(administrator, id));
    const itself = await organisation.as('administrator', { userId });
    const before = await tenantChecksum(database, organisation.id);
    await expect(change(itself, userId)).rejects.toMatchObject({ status: 403 });
    for (const role of ['head-of-service', 'team-manager', 'moderator', 'analyst', 'team-member'] as const) {
      await expect(change(await organisation.as(role), userId)).rejects.toMatchObject({ status: 403 });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('does not happen without its audit row', async () => {
    const cookie = await signedIn(userId, organisation.id);
    await expectFailureWithoutAudit(database, () => change(administrator, userId));
    expect(await isIn(cookie)).toBe(true);
    expect((await readMember(administrator, userId)).state).toBe('active');
  });
});
