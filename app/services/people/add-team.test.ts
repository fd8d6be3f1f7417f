import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { addTeam } from './add-team.server.ts';
import { readTeam } from './read-team.server.ts';

const database = useTestDatabase();

describe('adding a team', () => {
  it('puts it under another or at the top, and records it', async () => {
    const organisation = await makeOrganisation(database);
    const { service } = organisation.teams;
    const context = await organisation.as('administrator');
    const below = await addTeam(context, { name: 'Radio', parentId: service });
    const top = await addTeam(context, { name: 'Radio', parentId: null });
    if (!below.ok || !top.ok) throw new Error('Both should have been added.');
    expect(await readTeam(context, below.value.teamId)).toMatchObject({ name: 'Radio', parentId: service });
    expect(await readTeam(context, top.value.teamId)).toMatchObject({ name: 'Radio', parentId: null });
    expect(await readAudit(database, organisation.id)).toMatchObject([
      { action: 'team.add', subjectId: below.value.teamId, detail: { name: 'Radio', parentId: service } },
      { action: 'team.add', subjectId: top.value.teamId },
    ]);
  });

  it('refuses a name that stands there already, at its field, also of two who come at once and at the top', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    for (const parentId of [organisation.teams.service, null]) {
      const outcomes = await Promise.all([1, 2].map(() => addTeam(context, { name: 'Radio', parentId })));
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(outcomes.filter((outcome) => !outcome.ok)).toMatchObject([{ problem: { field: 'name' } }]);
    }
    expect(await readAudit(database, organisation.id)).toHaveLength(2);
  });

  it("refuses another organisation's team above as it refuses an unknown one", async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const context = await organisation.as('administrator');
    for (const parentId of [other.teams.service, crypto.randomUUID()]) {
      expect(await addTeam(context, { name: 'Radio', parentId })).toEqual({
        ok: false,
        problem: { field: 'parentId', message: 'Choose a team from the list' },
      });
    }
  });

  it('is for those who may write to the team above; the top is for the whole organisation', async () => {
    const organisation = await makeOrganisation(database);
    const { service, lights } = organisation.teams;
    const head = await organisation.as('head-of-service', { teamId: service });
    await expect(addTeam(head, { name: 'Radio', parentId: null })).rejects.toMatchObject({ status: 403 });
    for (const context of [
      await organisation.as('head-of-service', { teamId: lights }),
      await organisation.as('team-manager', { teamId: service }),
      await organisation.as('team-member'),
      await organisation.as('analyst'),
      await organisation.as('api-write'),
    ]) {
      await expect(addTeam(context, { name: 'Radio', parentId: service })).rejects.toMatchObject({ status: 403 });
    }
    expect((await addTeam(head, { name: 'Radio', parentId: lights })).ok).toBe(true);
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => addTeam(context, { name: 'Radio', parentId: null }));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});
