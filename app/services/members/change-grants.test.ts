import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { changeGrants } from './change-grants.server.ts';
import type { WantedGrant } from './judge-grants.server.ts';
import { readMember } from './read-member.server.ts';

const database = useTestDatabase();

let organisation: TestOrganisation;
let administrator: Context;
let userId: string;

beforeEach(async () => {
  organisation = await makeOrganisation(database);
  administrator = await organisation.as('administrator');
  const grants = [{ accessRole: 'team-manager' as const, teamId: organisation.teams.boats }];
  ({ userId } = await addUser(database, organisation.id, { grants }));
});

const seen = async (who = userId) => (await readMember(administrator, who)).grants.map(({ id }) => id);
const wanted = (accessRole: WantedGrant['accessRole'], teamId: string | null = null, roleId: string | null = null): WantedGrant => ({ accessRole, teamId, roleId });
const change = async (grants: WantedGrant[], context = administrator, who = userId) =>
  changeGrants(context, who, { grants, seenIds: await seen(who) });

describe('changing grants', () => {
  it('gives the new ones, takes the others away, keeps what stays and records the difference', async () => {
    const { teams, roles } = organisation;
    const [kept] = await seen();
    const outcome = await change([wanted('team-manager', teams.boats), wanted('moderator', teams.lights, roles.keeper)]);
    expect(outcome).toEqual({ ok: true, value: null });
    expect((await readMember(administrator, userId)).grants).toMatchObject([
      { accessRole: 'moderator', teamId: teams.lights, roleId: roles.keeper },
      { id: kept, accessRole: 'team-manager', teamId: teams.boats },
    ]);
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({
      action: 'grants.change',
      subjectKind: 'user',
      subjectId: userId,
      detail: { added: [{ accessRole: 'moderator', teamId: teams.lights, roleId: roles.keeper }], removed: [] },
    });
    await change([]);
    expect(await seen()).toEqual([]);
  });

  it('stores nothing where others stand there now than the form was made with', async () => {
    const before = await tenantChecksum(database, organisation.id);
    for (const seenIds of [[], [randomUUID()], [...(await seen()), randomUUID()]]) {
      expect(await changeGrants(administrator, userId, { grants: [wanted('analyst')], seenIds })).toMatchObject({ problem: { field: null } });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('refuses what another organisation has, and what a role cannot be limited to, at its field', async () => {
    const other = await makeOrganisation(database);
    const before = await tenantChecksum(database, organisation.id);
    const refused: [WantedGrant, string][] = [
      [wanted('team-manager', other.teams.boats), 'grants.1.teamId'],
      [wanted('team-manager', randomUUID()), 'grants.1.teamId'],
      [wanted('moderator', null, other.roles.keeper), 'grants.1.roleId'],
      [wanted('team-manager', organisation.teams.boats, organisation.roles.keeper), 'grants.1.roleId'],
    ];
    for (const [grant, field] of refused) expect(await change([grant]), field).toMatchObject({ ok: false, problem: { field } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('leaves the last administrator one', async () => {
    await change([wanted('administrator')]);
    expect(await change([])).toMatchObject({ problem: { field: 'grants' } });
    const second = await addUser(database, organisation.id, { grants: [{ accessRole: 'administrator', teamId: null }] });
    expect((await change([])).ok).toBe(true);
    expect(await change([], administrator, second.userId)).toMatchObject({ ok: false });
  });

  it('is for administrators, never for one’s own, and not with another organisation’s users', async () => {
    const other = await makeOrganisation(database);
    await expectSame404({ other: other.users.head, own: userId }, (id) => changeGrants(administrator, id, { grants: [], seenIds: [] }));
    const before = await tenantChecksum(database, organisation.id);
    const itself = await organisation.as('administrator', { userId });
    await expect(change([wanted('head-of-service')], itself)).rejects.toMatchObject({ status: 403 });
    for (const role of ['head-of-service', 'team-manager', 'moderator', 'analyst', 'team-member'] as const) {
      await expect(change([], await organisation.as(role))).rejects.toMatchObject({ status: 403 });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('does not happen without its audit row', async () => {
    const before = await seen();
    await expectFailureWithoutAudit(database, () => change([]));
    expect(await seen()).toEqual(before);
  });
});
