import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { editTeam } from './edit-team.server.ts';
import { readTeam } from './read-team.server.ts';

const database = useTestDatabase();

describe('editing a team', () => {
  it('renames it, puts it elsewhere with everything under it, and records it', async () => {
    const organisation = await makeOrganisation(database);
    const { service, lights, boats } = organisation.teams;
    const context = await organisation.as('head-of-service', { teamId: service });
    expect(await editTeam(context, boats, { name: 'Small boats', parentId: lights, revision: 1 })).toEqual({ ok: true, value: { teamId: boats } });
    expect(await readTeam(context, boats)).toMatchObject({ name: 'Small boats', parentId: lights });
    expect((await readTeam(context, service)).subtreeIds).toEqual([service, lights, boats]);
    expect(await readAudit(database, organisation.id)).toMatchObject([
      { action: 'team.edit', subjectKind: 'team', subjectId: boats, detail: { name: 'Small boats', parentId: lights } },
    ]);
  });

  it('refuses a place under itself', async () => {
    const organisation = await makeOrganisation(database);
    const { service, lights } = organisation.teams;
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    for (const parentId of [service, lights]) {
      expect(await editTeam(context, service, { name: 'Round', parentId, revision: 1 })).toMatchObject({ problem: { field: 'parentId' } });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('lets no loop come of two moves at once, each lawful by itself', async () => {
    for (let round = 0; round < 10; round += 1) {
      const organisation = await makeOrganisation(database);
      const { lights, boats } = organisation.teams;
      const context = await organisation.as('administrator');
      const outcomes = await Promise.all([
        editTeam(context, lights, { name: 'Lights', parentId: boats, revision: 1 }),
        editTeam(context, boats, { name: 'Boats', parentId: lights, revision: 1 }),
      ]);
      expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
      expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ problem: { field: 'parentId' } });
      const { tree } = await readTeam(context, lights);
      expect(tree.filter((team) => team.parentId === null)).toHaveLength(1);
      expect((await readTeam(context, organisation.teams.service)).subtreeIds).toHaveLength(3);
    }
  });

  it('refuses an older revision and a name that a sibling has, and stores nothing', async () => {
    const organisation = await makeOrganisation(database);
    const { service, lights, boats } = organisation.teams;
    const context = await organisation.as('administrator');
    await editTeam(context, lights, { name: 'Lanterns', parentId: service, revision: 1 });
    const before = await tenantChecksum(database, organisation.id);
    expect(await editTeam(context, lights, { name: 'Late', parentId: service, revision: 1 })).toMatchObject({ problem: { field: null } });
    expect(await editTeam(context, boats, { name: 'Lanterns', parentId: service, revision: 1 })).toMatchObject({ problem: { field: 'name' } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it("refuses another organisation's team as the place above as it refuses an unknown one", async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const context = await organisation.as('administrator');
    for (const parentId of [other.teams.service, crypto.randomUUID()]) {
      expect(await editTeam(context, organisation.teams.boats, { name: 'Boats', parentId, revision: 1 })).toEqual({
        ok: false,
        problem: { field: 'parentId', message: 'Choose a team from the list' },
      });
    }
  });

  it('answers 404 for an unknown team and 403 to whoever may not write where it is or goes', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { service, lights, boats } = organisation.teams;
    const administrator = await organisation.as('administrator');
    await expectSame404({ other: other.teams.boats, own: boats }, (id) =>
      editTeam(administrator, id, { name: 'Boats', parentId: service, revision: 1 }),
    );
    const input = { name: 'Boats', parentId: lights, revision: 1 };
    for (const context of [
      await organisation.as('team-manager', { teamId: service }),
      await organisation.as('head-of-service', { teamId: lights }),
      await organisation.as('head-of-service', { teamId: boats }),
      await organisation.as('analyst'),
      await organisation.as('api-write'),
    ]) {
      await expect(editTeam(context, boats, input)).rejects.toMatchObject({ status: 403 });
    }
    const headOfBoats = await organisation.as('head-of-service', { teamId: boats });
    expect((await editTeam(headOfBoats, boats, { name: 'Own name', parentId: service, revision: 1 })).ok).toBe(true);
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => editTeam(context, organisation.teams.boats, { name: 'New', parentId: null, revision: 1 }));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});
