import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { auditedAddresses } from '#tests/helpers/audited-addresses.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { invite } from '#tests/helpers/invite.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { acceptInvitation, type AcceptingAccount } from './accept-invitation.server.ts';
import { revokeInvitation } from './revoke-invitation.server.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const issuer = 'https://login.example.org/';
const fresh: AcceptingAccount = { kind: 'new', name: ' Ida  Invited ', password: testPassword };

beforeEach(() => database.ownerPool.query('delete from throttle'));

const accept = (token: string, account: AcceptingAccount = fresh) => acceptInvitation({ token, source: '192.0.2.1', account });
const viewerOf = async (organisation: TestOrganisation, userId: string) =>
  (await resolveViewer(database.tenant(organisation.id), userId, clock.now))?.viewer;
const wrongToken = () => `${randomUUID().replaceAll('-', '')}_${'x'.repeat(43)}`;

async function accepted(token: string, account?: AcceptingAccount): Promise<string> {
  const answer = await accept(token, account);
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value.userId;
}

/** Holds an acceptance to being refused with nothing stored. */
async function expectRefused(token: string, account: AcceptingAccount, refusal: object): Promise<void> {
  const before = await rowCounts(database);
  expect(await accept(token, account)).toMatchObject({ ok: false, ...refusal });
  const { throttle: _, ...counts } = await rowCounts(database);
  expect(before).toMatchObject(counts);
}

async function withProvider(organisation: TestOrganisation, enabled = true): Promise<void> {
  await database.ownerPool.query(
    `insert into identity_provider (organisation_id, issuer, client_id, sealed_client_secret, label, enabled, created_at) values ($1, $2, 'client', 'sealed', 'Work account', $3, now())`,
    [organisation.id, issuer, enabled],
  );
}

describe('accepting as somebody new', () => {
  it('makes the account, the membership and the grants at once, and records who did', async () => {
    const organisation = await makeOrganisation(database);
    const { people, teams } = organisation;
    const grants = [{ accessRole: 'team-manager', teamId: teams.boats, roleId: null }] as const;
    const { token, invitationId, email } = await invite(database, organisation, { personId: people.dan, grants });
    const userId = await accepted(token);
    expect(await viewerOf(organisation, userId)).toMatchObject({
      name: 'Ida Invited',
      personId: people.dan,
      grants: [{ accessRole: 'team-manager', teamIds: new Set([teams.boats]) }, { accessRole: 'team-member' }],
    });
    const { rows } = await database.ownerPool.query('select email, password_hash from app_user where id = $1', [userId]);
    expect(rows).toEqual([{ email, password_hash: expect.stringMatching(/^\$argon2id\$/) }]);
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({
      action: 'invitation.accept',
      actorUserId: userId,
      actorName: 'Ida Invited',
      subjectKind: 'invitation',
      subjectId: invitationId,
      detail: { userId, as: 'new', personId: people.dan, grants },
    });
  });

  it('works once, and for one of two at once', async () => {
    const organisation = await makeOrganisation(database);
    const { token, email } = await invite(database, organisation);
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await expectRefused(token, fresh, { isOver: true });
    const { rows } = await database.ownerPool.query('select count(*)::int from app_user where email = $1', [email]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('asks for a name and a password that will do, and leaves the invitation open', async () => {
    const { token, email } = await invite(database, await makeOrganisation(database));
    await expectRefused(token, { ...fresh, name: ' ' } as AcceptingAccount, { isOver: false, problem: { field: 'name' } });
    for (const password of ['', 'short', email]) {
      await expectRefused(token, { ...fresh, password } as AcceptingAccount, { isOver: false, problem: { field: 'password' } });
    }
    expect(await accept(token)).toMatchObject({ ok: true });
  });

  it('is refused with the same words for a link that is unknown, revoked, expired or used', async () => {
    const organisation = await makeOrganisation(database);
    const [revoked, expired, used] = [await invite(database, organisation), await invite(database, organisation), await invite(database, organisation)];
    await revokeInvitation(await organisation.as('administrator'), revoked.invitationId);
    await accepted(used.token);
    await database.ownerPool.query('update invitation set expires_at = $2 where id = $1', [expired.invitationId, clock.now]);
    const unknown = await accept(wrongToken());
    expect(unknown).toMatchObject({ ok: false, isOver: true });
    for (const token of [revoked.token, expired.token, used.token, '', 'x', `${used.token}x`]) expect(await accept(token)).toEqual(unknown);
  });

  it('is refused for an address that somebody has, whose own account it must be', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { email } = await addUser(database, other.id);
    const { token } = await invite(database, organisation, { email });
    await expectRefused(token, fresh, { isOver: false, problem: { field: null, message: expect.stringContaining('sign in') } });
  });
});

describe('accepting with the account one is signed in with', () => {
  it('adds the membership and the grants to that user, who keeps what they have elsewhere', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { email, userId } = await addUser(database, other.id, { grants: [{ accessRole: 'administrator', teamId: null }] });
    const { token } = await invite(database, organisation, { email });
    expect(await accepted(token, { kind: 'signed-in', userId })).toBe(userId);
    expect((await viewerOf(organisation, userId))?.grants).toEqual([{ accessRole: 'analyst', teamIds: 'all' }]);
    expect((await viewerOf(other, userId))?.grants).toEqual([{ accessRole: 'administrator', teamIds: 'all' }]);
  });

  it('is refused to every other user, with no address in the words', async () => {
    const organisation = await makeOrganisation(database);
    const { token, email } = await invite(database, organisation);
    for (const userId of [organisation.users.head, randomUUID()]) {
      await expectRefused(token, { kind: 'signed-in', userId }, { isOver: false, problem: { field: null } });
      expect(JSON.stringify(await accept(token, { kind: 'signed-in', userId }))).not.toContain(email);
    }
  });

  it('is refused to a member', async () => {
    const organisation = await makeOrganisation(database);
    const { token, email } = await invite(database, organisation);
    const { userId } = await addUser(database, organisation.id, { email });
    await expectRefused(token, { kind: 'signed-in', userId }, { isOver: false, problem: { message: expect.stringContaining('already') } });
  });
});

describe('accepting on the word of the organisation’s provider', () => {
  const external: AcceptingAccount = { kind: 'external', issuer, subject: 'subject-1', name: 'Ida Invited' };

  it('makes a user without a password, known by issuer and subject', async () => {
    const organisation = await makeOrganisation(database);
    await withProvider(organisation);
    const userId = await accepted((await invite(database, organisation)).token, external);
    const { rows } = await database.ownerPool.query(
      'select password_hash, issuer, subject from app_user join external_identity on user_id = id where id = $1',
      [userId],
    );
    expect(rows).toEqual([{ password_hash: null, issuer, subject: 'subject-1' }]);
  });

  it('is refused for an address that somebody has, an identity that is known, and another or no provider', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { email } = await addUser(database, other.id);
    await expectRefused((await invite(database, organisation)).token, external, { problem: { field: null } });
    await withProvider(organisation);
    await withProvider(other, false);
    await expectRefused((await invite(database, other)).token, external, { problem: { field: null } });
    await expectRefused((await invite(database, organisation)).token, { ...external, issuer: 'https://elsewhere.example/' }, { problem: { field: null } });
    await expectRefused((await invite(database, organisation, { email })).token, external, { problem: { message: expect.stringContaining('sign in') } });
    await accepted((await invite(database, organisation)).token, external);
    await expectRefused((await invite(database, organisation)).token, external, { problem: { field: null } });
  });
});

describe('what has changed since the invitation', () => {
  it('is said: the person is somebody else, has left, or a team is gone', async () => {
    const organisation = await makeOrganisation(database);
    const { people, teams } = organisation;
    const grants = [{ accessRole: 'team-manager', teamId: teams.boats, roleId: null }] as const;
    const [taken, left, gone] = [
      await invite(database, organisation, { personId: people.ben }),
      await invite(database, organisation, { personId: people.cyd }),
      await invite(database, organisation, { grants }),
    ];
    await addUser(database, organisation.id, { personId: people.ben });
    await database.ownerPool.query(`update person set leaves_on = '2026-05-31' where id = $1`, [people.cyd]);
    // The key stands in the way of a team's end; whatever came to lift it, the grant is not given.
    await database.ownerPool.query('alter table invitation_grant drop constraint invitation_grant_team_fk');
    await database.ownerPool.query('update invitation_grant set team_id = $2 where invitation_id = $1', [gone.invitationId, randomUUID()]);
    await expectRefused(taken.token, fresh, { isOver: false, problem: { message: expect.stringContaining('already') } });
    await expectRefused(left.token, fresh, { isOver: false, problem: { message: expect.stringContaining('last day') } });
    await expectRefused(gone.token, fresh, { isOver: false, problem: { message: expect.stringContaining('no longer there') } });
  });

  it('leaves the person to one of two who are invited as them and accept at once', async () => {
    const organisation = await makeOrganisation(database);
    const { ben } = organisation.people;
    const two = [await invite(database, organisation, { personId: ben }), await invite(database, organisation, { personId: ben })];
    const answers = await Promise.all(two.map(({ token }) => accept(token)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { rows } = await database.ownerPool.query('select count(*)::int from app_user where email = any($1)', [two.map(({ email }) => email)]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const { token } = await invite(database, await makeOrganisation(database));
    const before = await rowCounts(database);
    await expectFailureWithoutAudit(database, () => accept(token));
    const { throttle: _, ...counts } = await rowCounts(database);
    expect(before).toMatchObject(counts);
    await accepted(token);
  });
});

describe('wrong tokens', () => {
  const { points } = throttleLimits.invitation;
  const statusOf = async (token: string) =>
    accept(token).then(
      (answer) => answer.ok,
      (thrown: Response) => thrown.status,
    );

  it('are looked at so many times from one source, however many arrive at once; then the right one waits as well', async () => {
    const { token } = await invite(database, await makeOrganisation(database));
    await database.ownerPool.query('delete from throttle');
    const found = await Promise.all(Array.from({ length: points + 40 }, () => statusOf(wrongToken())));
    expect(found.filter((one) => one === false)).toHaveLength(points);
    expect(found.filter((one) => one === 429)).toHaveLength(40);
    expect(await statusOf(token)).toBe(429);
    await database.ownerPool.query('update throttle set expire = expire - 3600000');
    expect(await statusOf(token)).toBe(true);
  });

  it('do not count when they are right', async () => {
    const { token } = await invite(database, await makeOrganisation(database));
    await database.ownerPool.query('delete from throttle');
    await expectRefused(token, { ...fresh, name: '' } as AcceptingAccount, { isOver: false });
    const { rows } = await database.ownerPool.query('select distinct points from throttle');
    expect(rows).toEqual([{ points: 0 }]);
  });
});

it('no audit row of all that holds an e-mail address', async () => {
  expect(await auditedAddresses(database, ['invitation.send', 'invitation.accept'])).toEqual([]);
});
