import { describe, expect, it } from 'vitest';
import type { Context, Outcome } from '#app/platform/context.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { auditedAddresses } from '#tests/helpers/audited-addresses.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { invite, mailedToken } from '#tests/helpers/invite.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { findInvitation } from './find-invitation.server.ts';
import { readGrantOptions } from './read-grant-options.server.ts';
import { readInvitations } from './read-invitations.server.ts';
import { readPeopleWithoutUser } from './read-people-without-user.server.ts';
import { resendInvitation } from './resend-invitation.server.ts';
import { revokeInvitation } from './revoke-invitation.server.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const source = '192.0.2.1';
const later = new Date('2026-06-20T09:00:00Z');

const isOpen = async (token: string) => (await findInvitation({ token, source })) !== null;
const statesOf = async (organisation: TestOrganisation) =>
  (await readInvitations(await organisation.as('administrator', { now: clock.now }))).map(({ state }) => state);

/** Runs the work with the clock moved. */
async function at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  const before = clock.now;
  clock.now = moment;
  try {
    return await work();
  } finally {
    clock.now = before;
  }
}

describe('an invitation', () => {
  it('is open for seven days to the minute', async () => {
    const organisation = await makeOrganisation(database);
    const { token } = await invite(database, organisation);
    expect(await at(new Date('2026-06-08T08:59:59.999Z'), () => isOpen(token))).toBe(true);
    expect(await at(new Date('2026-06-08T08:59:59.999Z'), () => statesOf(organisation))).toEqual(['open']);
    expect(await at(new Date('2026-06-08T09:00:00Z'), () => isOpen(token))).toBe(false);
    expect(await at(new Date('2026-06-08T09:00:00Z'), () => statesOf(organisation))).toEqual(['expired']);
  });

  it('is sent again with a new token and seven new days, open or expired; the old token is dead', async () => {
    const organisation = await makeOrganisation(database);
    const { token: first, invitationId, email } = await invite(database, organisation);
    expect(await resendInvitation(await organisation.as('administrator'), invitationId)).toMatchObject({ ok: true });
    const second = await mailedToken(database, email);
    expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
    await at(later, async () => {
      expect(await isOpen(second)).toBe(false);
      expect(await resendInvitation(await organisation.as('administrator', { now: later }), invitationId)).toMatchObject({ ok: true });
      const third = await mailedToken(database, email);
      expect([await isOpen(second), await isOpen(third)]).toEqual([false, true]);
    });
    const actions = (await readAudit(database, organisation.id)).map(({ action, subjectId }) => [action, subjectId]);
    expect(actions).toEqual([
      ['invitation.send', invitationId],
      ['invitation.resend', invitationId],
      ['invitation.resend', invitationId],
    ]);
  });

  it('dies when it is revoked, once', async () => {
    const organisation = await makeOrganisation(database);
    const { token, invitationId } = await invite(database, organisation);
    const context = await organisation.as('administrator');
    expect(await revokeInvitation(context, invitationId)).toMatchObject({ ok: true });
    expect(await isOpen(token)).toBe(false);
    expect(await statesOf(organisation)).toEqual(['revoked']);
    expect(await readAudit(database, organisation.id)).toMatchObject([{ action: 'invitation.send' }, { action: 'invitation.revoke', subjectId: invitationId }]);
    const before = await tenantChecksum(database, organisation.id);
    expect(await revokeInvitation(context, invitationId)).toMatchObject({ ok: false, problem: { field: null } });
    expect(await resendInvitation(context, invitationId)).toMatchObject({ ok: false, problem: { field: null } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('is not sent again to a member, nor beside another open one, nor after it was accepted', async () => {
    const organisation = await makeOrganisation(database);
    const { invitationId, email } = await invite(database, organisation);
    const second = await invite(database, organisation, { email, now: later });
    const context = await organisation.as('administrator', { now: later });
    expect(await resendInvitation(context, invitationId)).toMatchObject({ ok: false, problem: { field: null, message: expect.stringContaining('open invitation') } });
    await addUser(database, organisation.id, { email });
    expect(await resendInvitation(context, second.invitationId)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('already') } });
    await database.ownerPool.query('update invitation set accepted_at = $2 where id = $1', [second.invitationId, later]);
    for (const change of [resendInvitation, revokeInvitation]) {
      expect(await change(context, second.invitationId)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('accepted') } });
    }
  });

  it.each([
    ['resendInvitation', resendInvitation],
    ['revokeInvitation', revokeInvitation],
  ] as [string, (context: Context, id: string) => Promise<Outcome<null>>][])(
    'stays as it is with %s for another organisation’s administrator (404), the wrong role (403) and without an audit row',
    async (_, change) => {
      const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
      const [own, theirs] = [await invite(database, organisation), await invite(database, other)];
      const context = await organisation.as('administrator');
      const before = [await tenantChecksum(database, organisation.id), await tenantChecksum(database, other.id)];
      await expectSame404({ other: theirs.invitationId, own: own.invitationId }, (id) => change(context, id));
      for (const accessRole of ['head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst', 'api-write'] as const) {
        await expect(change(await organisation.as(accessRole), own.invitationId)).rejects.toMatchObject({ status: 403 });
      }
      await expectFailureWithoutAudit(database, () => change(context, own.invitationId));
      expect([await tenantChecksum(database, organisation.id), await tenantChecksum(database, other.id)]).toEqual(before);
      expect(await isOpen(own.token)).toBe(true);
      expect(await change(context, own.invitationId)).toMatchObject({ ok: true });
      expect((await readInvitations(context)).map(({ id }) => id)).toEqual([own.invitationId]);
    },
  );
});

describe('what an invitation can offer', () => {
  it('is the organisation’s own teams, roles, and people as whom nobody signs in', async () => {
    const organisation = await makeOrganisation(database, {
      people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-05-31' }, fay: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-06-01' } },
    });
    await makeOrganisation(database);
    const { canary } = organisation;
    const context = await organisation.as('administrator');
    const { teams, roles } = await readGrantOptions(context);
    expect(teams.map(({ name }) => name)).toEqual([`Boats ${canary}`, `Coast service ${canary}`, `Lights ${canary}`]);
    expect(roles.map(({ name }) => name)).toEqual([`Boatman ${canary}`, `Keeper ${canary}`]);
    const people = await readPeopleWithoutUser(context);
    expect(people.map(({ name }) => name)).toEqual(['ben', 'cyd', 'dan', 'fay'].map((name) => `${name} ${canary}`));
    for (const read of [readGrantOptions, readPeopleWithoutUser]) {
      await expect(read(await organisation.as('head-of-service'))).rejects.toMatchObject({ status: 403 });
    }
  });
});

it('no audit row of all that holds an e-mail address', async () => {
  expect(await auditedAddresses(database, ['invitation.send', 'invitation.resend', 'invitation.revoke'])).toEqual([]);
});
