import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { invite, mailedToken } from '#tests/helpers/invite.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import type { NewInvitation } from './invitation-terms.ts';
import { readInvitations } from './read-invitations.server.ts';
import { sendInvitation } from './send-invitation.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

const analyst = { accessRole: 'analyst', teamId: null, roleId: null } as const;
const wanted = (changed: Partial<NewInvitation> = {}): NewInvitation => ({
  email: `${randomUUID()}@example.org`,
  name: 'Ida Invited',
  personId: null,
  grants: [analyst],
  ...changed,
});

/** Everything that the database holds, as text. */
async function everything(): Promise<string> {
  const { rows } = await database.ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await database.ownerPool.query<{ row: string }>(`select t::text as row from "${name}" t`);
    texts.push(...found.rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

/** How the services answer, with all that the database held afterwards unchanged. */
async function refusedField(organisation: TestOrganisation, input: NewInvitation): Promise<string | null> {
  const before = await rowCounts(database);
  const outcome = await sendInvitation(await organisation.as('administrator', { userId: organisation.users.head }), input);
  const { throttle: _, ...counts } = await rowCounts(database);
  expect(before).toMatchObject(counts);
  if (outcome.ok) throw new Error('This should have been refused.');
  return outcome.problem.field;
}

describe('sending an invitation', () => {
  it('stores it with its grants and a mail, and records it', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, roles, people } = organisation;
    const grants = [
      { accessRole: 'team-manager', teamId: teams.boats, roleId: null },
      { accessRole: 'moderator', teamId: null, roleId: roles.keeper },
    ] as const;
    const context = await organisation.as('administrator', { userId: organisation.users.head });
    const outcome = await sendInvitation(context, wanted({ email: ' Ida@Example.org', name: ' Ida \u0000 Invited\n', personId: people.dan, grants }));
    expect(outcome).toMatchObject({ ok: true });
    expect(await readInvitations(context)).toMatchObject([
      {
        email: 'ida@example.org',
        name: 'Ida Invited',
        personName: `dan ${organisation.canary}`,
        invitedByName: `head ${organisation.canary}`,
        state: 'open',
        expiresAt: new Date('2026-06-08T09:00:00Z'),
        grants: [
          { accessRole: 'moderator', teamId: null, roleName: `Keeper ${organisation.canary}` },
          { accessRole: 'team-manager', teamName: `Boats ${organisation.canary}`, roleId: null },
        ],
      },
    ]);
    const { rows } = await database.ownerPool.query('select kind, state, to_name, body from mail where to_address = $1', ['ida@example.org']);
    expect(rows).toMatchObject([{ kind: 'invitation', state: 'waiting', to_name: 'Ida Invited', body: expect.stringContaining('until 8 June 2026') }]);
    expect(await readAudit(database, organisation.id)).toMatchObject([{ action: 'invitation.send', subjectKind: 'invitation', detail: { grants, personId: people.dan } }]);
  });

  it('keeps the token nowhere but under seal in the mail', async () => {
    const { token, email } = await invite(database, await makeOrganisation(database));
    expect(token).toMatch(/^[0-9a-f]{32}_[\w-]{43}$/);
    const held = await everything();
    expect(held).not.toContain(token);
    expect(held).not.toContain(token.split('_').slice(1).join('_'));
    // The look finds what is there.
    expect(held).toContain(email);
  });

  it('refuses what cannot be invited at its field, and stores nothing', async () => {
    const organisation = await makeOrganisation(database, { people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-05-31' } } });
    const { people, teams, roles, canary } = organisation;
    const grant = (changed: object) => wanted({ grants: [analyst, { ...analyst, ...changed } as NewInvitation['grants'][number]] });
    const refusals: [NewInvitation, string][] = [
      [wanted({ name: ' ' }), 'name'],
      [wanted({ name: 'x'.repeat(201) }), 'name'],
      [wanted({ email: 'ida' }), 'email'],
      [wanted({ email: 'ida\u0000@example.org' }), 'email'],
      [wanted({ email: `manager@${canary}.example` }), 'email'],
      [wanted({ email: `head@${canary}.example` }), 'email'],
      [wanted({ grants: [] }), 'grants.1.accessRole'],
      [wanted({ personId: people.ada }), 'personId'],
      [wanted({ personId: people.eve! }), 'personId'],
      [wanted({ personId: 'x' }), 'personId'],
      [grant({}), 'grants.2.accessRole'],
      [grant({ accessRole: 'team-manager' }), 'grants.2.teamId'],
      [grant({ accessRole: 'administrator', teamId: teams.boats }), 'grants.2.teamId'],
      [grant({ teamId: 'x' }), 'grants.2.teamId'],
      [grant({ roleId: roles.keeper }), 'grants.2.roleId'],
    ];
    for (const [input, field] of refusals) expect(await refusedField(organisation, input)).toBe(field);
  });

  it('refuses another organisation’s person, team and role exactly as unknown ones', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const context = await organisation.as('administrator');
    for (const inputOf of [
      (of: { person: string }) => wanted({ personId: of.person }),
      (of: { team: string }) => wanted({ grants: [{ accessRole: 'analyst', teamId: of.team, roleId: null }] }),
      (of: { role: string }) => wanted({ grants: [{ accessRole: 'moderator', teamId: null, roleId: of.role }] }),
    ]) {
      const foreign = await sendInvitation(context, inputOf({ person: other.people.ben, team: other.teams.boats, role: other.roles.keeper }));
      const random = await sendInvitation(context, inputOf({ person: randomUUID(), team: randomUUID(), role: randomUUID() }));
      expect(foreign.ok).toBe(false);
      expect(foreign).toEqual(random);
    }
  });

  it('sends one invitation to an address while it is open, also of two sent at once', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const input = wanted();
    const outcomes = await Promise.all([sendInvitation(context, input), sendInvitation(context, input)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { field: 'email', message: expect.stringContaining('again') } });
    const weekLater = await organisation.as('administrator', { now: new Date('2026-06-08T09:00:00Z') });
    expect(await sendInvitation(weekLater, input)).toMatchObject({ ok: true });
    expect((await readInvitations(weekLater)).map(({ state }) => state)).toEqual(['open', 'expired']);
  });

  it('invites somebody whose account belongs to another organisation, and tells nobody', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { email } = await addUser(database, other.id);
    const context = await organisation.as('administrator');
    const [known, unknown] = [await sendInvitation(context, wanted({ email })), await sendInvitation(context, wanted())];
    expect([known, unknown]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await mailedToken(database, email)).toContain(organisation.id.replaceAll('-', ''));
  });

  it('is refused to everybody but an administrator', async () => {
    const organisation = await makeOrganisation(database);
    for (const accessRole of ['head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst', 'api-read', 'api-write'] as const) {
      const context = await organisation.as(accessRole);
      await expect(sendInvitation(context, wanted())).rejects.toMatchObject({ status: 403 });
      await expect(readInvitations(context)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('sends so many an hour by one administrator, however many are tried at once', async () => {
    const organisation = await makeOrganisation(database);
    const { points } = throttleLimits.invitation;
    const context = await organisation.as('administrator');
    const tries = await Promise.allSettled(Array.from({ length: points + 5 }, () => sendInvitation(context, wanted())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(points);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as Response] : []));
    expect(refused.map(({ status }) => status)).toEqual(Array(5).fill(429));
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await sendInvitation(await organisation.as('administrator'), wanted())).toMatchObject({ ok: true });
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await rowCounts(database);
    await expectFailureWithoutAudit(database, () => sendInvitation(context, wanted()));
    const { throttle: _, ...counts } = await rowCounts(database);
    expect(before).toMatchObject(counts);
  });
});
