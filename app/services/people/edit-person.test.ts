import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readPeopleFacts } from '#app/services/capability/read-people-facts.server.ts';
import { readTeamCounts } from '#app/services/capability/read-team-counts.server.ts';
import { editPerson } from './edit-person.server.ts';
import { movePerson } from './move-person.server.ts';
import { readPerson } from './read-person.server.ts';

const database = useTestDatabase();

const details = { name: 'Ben Shore', email: 'ben@shore.example', grade: 'HEO', startsOn: '2025-01-01', leavesOn: null };

const namesOn = async (organisation: TestOrganisation, asOf: string, now = '2026-06-01') => {
  const context = await organisation.as('head-of-service', { now: new Date(`${now}T09:00:00Z`) });
  const people = await readPeopleFacts(context, Object.values(organisation.teams), asOf);
  return people.map((person) => person.id).filter((id) => id === organisation.people.ben);
};

describe('editing a person', () => {
  it('stores what is new, counts the revision and records which fields changed, not what they say', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('team-manager', { teamId: organisation.teams.lights });
    const { ben } = organisation.people;
    expect(await editPerson(context, ben, { ...details, revision: 1 })).toEqual({ ok: true, value: { personId: ben } });
    expect(await readPerson(context, ben)).toMatchObject({ ...details, revision: 2 });
    const audit = await readAudit(database, organisation.id);
    expect(audit).toMatchObject([{ action: 'person.edit', subjectId: ben, detail: { fields: ['name', 'email', 'grade'] } }]);
    expect(JSON.stringify(audit)).not.toContain('shore');
  });

  it('refuses an older revision and stores nothing', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const { ben } = organisation.people;
    await editPerson(context, ben, { ...details, revision: 1 });
    const before = await tenantChecksum(database, organisation.id);
    const outcome = await editPerson(context, ben, { ...details, name: 'Somebody else', revision: 1 });
    expect(outcome).toMatchObject({ ok: false, problem: { field: null } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('lets one of two who write at once win and tells the other', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const outcomes = await Promise.all(
      ['One', 'Two'].map((name) => editPerson(context, organisation.people.ben, { ...details, name, revision: 1 })),
    );
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  });

  it('answers 404 for an unknown person and 403 to whoever may not write', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { ben } = organisation.people;
    const administrator = await organisation.as('administrator');
    await expectSame404({ other: other.people.ben, own: ben }, (id) => editPerson(administrator, id, { ...details, revision: 1 }));
    for (const context of [
      await organisation.as('team-manager', { teamId: organisation.teams.boats }),
      await organisation.as('team-member', { personId: ben }),
      await organisation.as('analyst'),
      await organisation.as('api-read'),
    ]) {
      await expect(editPerson(context, ben, { ...details, revision: 1 })).rejects.toMatchObject({ status: 403 });
    }
  });

  it("refuses somebody else's e-mail address and a leaving date before the start, at their fields", async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const { ben, ada } = organisation.people;
    const { email } = await readPerson(context, ada);
    expect(await editPerson(context, ben, { ...details, email, revision: 1 })).toMatchObject({ problem: { field: 'email' } });
    expect(await editPerson(context, ben, { ...details, leavesOn: '2024-12-31', revision: 1 })).toMatchObject({
      problem: { field: 'leavesOn' },
    });
    expect(await readPerson(context, ben)).toMatchObject({ revision: 1 });
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => editPerson(context, organisation.people.ben, { ...details, revision: 1 }));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('counts the team without somebody who has left', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const { lights } = organisation.teams;
    const expectedOf = async () => {
      const { counts, people } = await readTeamCounts(context, [lights]);
      return [counts.find((count) => count.skillId === organisation.skills.signals)?.expected, people.get(lights)];
    };
    expect(await expectedOf()).toEqual([2, 2]);
    await editPerson(context, organisation.people.ben, { ...details, leavesOn: '2026-05-31', revision: 1 });
    expect(await expectedOf()).toEqual([1, 1]);
  });

  it('moves the beginning of the first placement with the start date', async () => {
    const organisation = await makeOrganisation(database, {});
    const context = await organisation.as('administrator');
    const { ben } = organisation.people;
    expect(await namesOn(organisation, '2024-06-01')).toEqual([]);
    await editPerson(context, ben, { ...details, startsOn: '2024-03-01', revision: 1 });
    expect(await namesOn(organisation, '2024-06-01')).toEqual([ben]);
    await editPerson(context, ben, { ...details, startsOn: '2024-09-01', revision: 2 });
    expect(await namesOn(organisation, '2024-06-01')).toEqual([]);
    expect(await namesOn(organisation, '2024-09-01')).toEqual([ben]);
  });

  it('shows somebody whose start was brought forward on the same days, today and looked back at', async () => {
    const organisation = await makeOrganisation(database, {
      people: { eve: { team: 'boats', roleLevel: 'crew', startsOn: '2026-09-01' } },
    });
    const eve = organisation.people.eve!;
    await editPerson(await organisation.as('administrator'), eve, { ...details, startsOn: '2026-06-01', revision: 1 });
    const seen = async (now: string) => {
      const context = await organisation.as('head-of-service', { now: new Date(`${now}T09:00:00Z`) });
      const people = await readPeopleFacts(context, [organisation.teams.boats], '2026-06-01');
      return people.some((person) => person.id === eve);
    };
    expect(await seen('2026-06-01')).toBe(true);
    expect(await seen('2026-06-02')).toBe(true);
  });

  it('refuses a start date after the first move', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const { ben } = organisation.people;
    await movePerson(context, ben, {
      teamId: organisation.teams.boats,
      roleLevelId: organisation.roleLevels.crew,
      movesOn: '2026-02-01',
      fromTeamId: organisation.teams.lights,
      fromRoleLevelId: organisation.roleLevels.juniorKeeper,
    });
    const before = await tenantChecksum(database, organisation.id);
    expect(await editPerson(context, ben, { ...details, startsOn: '2026-02-02', revision: 1 })).toMatchObject({
      ok: false,
      problem: { field: 'startsOn' },
    });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
    expect((await editPerson(context, ben, { ...details, startsOn: '2026-02-01', revision: 1 })).ok).toBe(true);
  });
});
