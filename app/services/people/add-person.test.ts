import { describe, expect, it } from 'vitest';
import { currentAssessment, person, placement } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { addPerson } from './add-person.server.ts';
import { readPerson } from './read-person.server.ts';

const database = useTestDatabase();

const newcomer = (organisation: TestOrganisation) => ({
  name: 'Eve Marsh',
  email: 'eve@coast.example',
  grade: 'EO',
  startsOn: '2026-05-04',
  leavesOn: null,
  teamId: organisation.teams.boats,
  roleLevelId: organisation.roleLevels.crew,
});

describe('adding a person', () => {
  it('stores the person, the placement, a cell for each expected skill and the audit row', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const outcome = await addPerson(context, newcomer(organisation));
    if (!outcome.ok) throw new Error(outcome.problem.message);
    const { personId } = outcome.value;
    expect(await readPerson(context, personId)).toMatchObject({
      name: 'Eve Marsh',
      email: 'eve@coast.example',
      revision: 1,
      teamId: organisation.teams.boats,
      roleLevelId: organisation.roleLevels.crew,
    });
    const cells = await context.db.transaction((tx) => tx.select().from(currentAssessment));
    expect(
      cells.filter((cell) => cell.personId === personId).map((cell) => [cell.skillId, cell.expectedLevel, cell.agreedOn]),
    ).toEqual(
      expect.arrayContaining([
        [organisation.skills.boats, 2, null],
        [organisation.skills.signals, 1, null],
      ]),
    );
    expect(await readAudit(database, organisation.id)).toMatchObject([
      {
        action: 'person.add',
        subjectKind: 'person',
        subjectId: personId,
        actorUserId: context.viewer.userId,
        detail: { teamId: organisation.teams.boats, startsOn: '2026-05-04' },
      },
    ]);
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => addPerson(context, newcomer(organisation)));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('is for those who may write to the team', async () => {
    const organisation = await makeOrganisation(database);
    const { boats, lights } = organisation.teams;
    const input = newcomer(organisation);
    for (const [accessRole, teamId] of [
      ['team-manager', lights],
      ['head-of-service', lights],
      ['team-member', boats],
      ['analyst', boats],
      ['api-read', null],
    ] as const) {
      const context = await organisation.as(accessRole, { teamId });
      await expect(addPerson(context, input), accessRole).rejects.toMatchObject({ status: 403 });
    }
    expect((await addPerson(await organisation.as('team-manager', { teamId: boats }), input)).ok).toBe(true);
  });

  it("refuses another organisation's team and role level as it refuses unknown ones", async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    for (const teamId of [other.teams.boats, crypto.randomUUID()]) {
      expect(await addPerson(context, { ...newcomer(organisation), teamId })).toEqual({
        ok: false,
        problem: { field: 'teamId', message: 'Choose a team from the list' },
      });
    }
    for (const roleLevelId of [other.roleLevels.crew, crypto.randomUUID()]) {
      expect(await addPerson(context, { ...newcomer(organisation), roleLevelId })).toEqual({
        ok: false,
        problem: { field: 'roleLevelId', message: 'Choose a role level from the list' },
      });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('refuses a leaving date before the start date, at its field', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const outcome = await addPerson(context, { ...newcomer(organisation), leavesOn: '2026-05-03' });
    expect(outcome).toMatchObject({ ok: false, problem: { field: 'leavesOn' } });
  });

  it('refuses an e-mail address that somebody has, at its field, also of two who come at once', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const outcomes = await Promise.all([1, 2].map(() => addPerson(context, newcomer(organisation))));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toMatchObject([{ problem: { field: 'email' } }]);
    await context.db.transaction(async (tx) => {
      expect(await tx.select().from(person)).toHaveLength(5);
      expect(await tx.select().from(placement)).toHaveLength(5);
    });
  });

  it('takes an address that another organisation has, and any number of people without one', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    expect((await addPerson(await other.as('administrator'), newcomer(other))).ok).toBe(true);
    const context = await organisation.as('administrator');
    expect((await addPerson(context, newcomer(organisation))).ok).toBe(true);
    for (let count = 0; count < 2; count += 1) {
      expect((await addPerson(context, { ...newcomer(organisation), email: null })).ok).toBe(true);
    }
  });
});
