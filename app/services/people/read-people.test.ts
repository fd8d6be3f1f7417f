import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addTeam } from './add-team.server.ts';
import { readLockedPerson } from './read-locked-person.server.ts';
import { readPerson } from './read-person.server.ts';
import { readPlacementOptions } from './read-placement-options.server.ts';
import { readTeamForm } from './read-team-form.server.ts';
import { readTeamPeople } from './read-team-people.server.ts';
import { readTeamTree } from './read-team-tree.server.ts';
import { readTeam } from './read-team.server.ts';
import { within } from '#app/platform/within.server.ts';

const database = useTestDatabase();
const twoOrganisations = async () => [await makeOrganisation(database), await makeOrganisation(database)] as const;

describe('reading a person', () => {
  it('tells the record with the open placement, to their manager and to themselves', async () => {
    const organisation = await makeOrganisation(database);
    const { ben } = organisation.people;
    const record = { id: ben, teamId: organisation.teams.lights, roleLevelId: organisation.roleLevels.juniorKeeper, roleKey: 'keeper', startsOn: '2025-01-01' };
    expect(await readPerson(await organisation.as('team-manager', { teamId: organisation.teams.service }), ben)).toMatchObject(record);
    expect(await readPerson(await organisation.as('team-member', { personId: ben }), ben)).toMatchObject(record);
  });

  it('answers 404 for an unknown person and 403 to whoever may not look, held or not', async () => {
    const [organisation, other] = await twoOrganisations();
    const { ada, ben } = organisation.people;
    const head = await organisation.as('head-of-service');
    const held = (id: string, context = head) => context.db.transaction((tx) => readLockedPerson(within(context, tx), id));
    await expectSame404({ other: other.people.ben, own: ben }, (id) => readPerson(head, id));
    await expectSame404({ other: other.people.ben, own: ben }, (id) => held(id));
    for (const context of [
      await organisation.as('team-manager', { teamId: organisation.teams.boats }),
      await organisation.as('team-member', { personId: ada }),
      await organisation.as('analyst'),
    ]) {
      await expect(readPerson(context, ben)).rejects.toMatchObject({ status: 403 });
      await expect(held(ben, context)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('reading teams', () => {
  it('tells a team with its path, its children and everything below, and only of its organisation', async () => {
    const [organisation] = await twoOrganisations();
    const { service, lights, boats } = organisation.teams;
    const context = await organisation.as('analyst');
    expect(await readTeam(context, lights)).toMatchObject({ parentId: service, path: [{ id: service }], children: [], subtreeIds: [lights] });
    expect(await readTeam(context, service)).toMatchObject({ parentId: null, path: [], children: [{ id: boats }, { id: lights }], subtreeIds: [service, boats, lights] });
    expect((await readTeamTree(context.db)).map((team) => team.id)).toEqual([boats, service, lights]);
  });

  it('tells who is placed in a team and below, those to come too, and nobody who has left', async () => {
    const organisation = await makeOrganisation(database, {
      people: {
        gone: { team: 'boats', roleLevel: 'crew', leavesOn: '2025-12-31' },
        soon: { team: 'boats', roleLevel: 'crew', startsOn: '2026-12-01' },
      },
    });
    const { ada, ben, cyd, dan, soon } = organisation.people;
    const { people } = await readTeamPeople(await organisation.as('head-of-service'), organisation.teams.service);
    expect(people.map((person) => person.id)).toEqual([cyd, dan, soon, ada, ben]);
  });

  it('answers 404 for an unknown team and 403 to whoever may not see its people', async () => {
    const [organisation, other] = await twoOrganisations();
    const { lights, boats } = organisation.teams;
    const head = await organisation.as('head-of-service');
    const ids = { other: other.teams.lights, own: lights };
    await expectSame404(ids, (id) => readTeam(head, id));
    await expectSame404(ids, (id) => readTeamPeople(head, id));
    await expectSame404(ids, (id) => readTeamForm(head, id));
    for (const context of [
      await organisation.as('team-manager', { teamId: boats }),
      await organisation.as('team-member', { personId: organisation.people.ben }),
      await organisation.as('analyst'),
    ]) {
      await expect(readTeamPeople(context, lights)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('what the forms offer', () => {
  it('offers the teams that the viewer may write to and the adopted role levels, most junior first', async () => {
    const [organisation] = await twoOrganisations();
    const { crew, coxswain, juniorKeeper, seniorKeeper } = organisation.roleLevels;
    const options = await readPlacementOptions(await organisation.as('team-manager', { teamId: organisation.teams.lights }));
    expect(options.teams.map((team) => team.id)).toEqual([organisation.teams.lights]);
    expect(options.roles.map((role) => role.roleLevels.map((level) => level.id))).toEqual([[crew, coxswain], [juniorKeeper, seniorKeeper]]);
    expect((await readPlacementOptions(await organisation.as('analyst'))).teams).toEqual([]);
  });

  it('offers for a team the places that are not under it, and the top to those who may write there', async () => {
    const organisation = await makeOrganisation(database);
    const { service, lights, boats } = organisation.teams;
    const administrator = await organisation.as('administrator');
    const added = await addTeam(administrator, { name: 'Lantern room', parentId: lights });
    if (!added.ok) throw new Error(added.problem.message);
    const form = await readTeamForm(administrator, lights);
    expect(form).toMatchObject({ place: { id: lights }, mayBeTop: true, revision: 1 });
    expect(form.parents.map((team) => team.id).sort()).toEqual([boats, service].sort());
    const head = await organisation.as('head-of-service', { teamId: boats });
    const own = await readTeamForm(head, boats);
    expect([own.parents.map((team) => team.id), own.mayBeTop]).toEqual([[service], false]);
    expect((await readTeamForm(head, null)).parents.map((team) => team.id)).toEqual([boats]);
  });

  it('is for those who may write teams', async () => {
    const organisation = await makeOrganisation(database);
    for (const context of [
      await organisation.as('team-manager', { teamId: organisation.teams.lights }),
      await organisation.as('team-member'),
      await organisation.as('analyst'),
    ]) {
      await expect(readTeamForm(context, organisation.teams.lights)).rejects.toMatchObject({ status: 403 });
      await expect(readTeamForm(context, null)).rejects.toMatchObject({ status: 403 });
    }
  });
});
