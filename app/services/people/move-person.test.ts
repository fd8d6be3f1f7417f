import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readPeopleFacts } from '#app/services/capability/read-people-facts.server.ts';
import { readTeamCounts } from '#app/services/capability/read-team-counts.server.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { placement } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addPerson } from './add-person.server.ts';
import { movePerson, type Move } from './move-person.server.ts';
import { readPerson } from './read-person.server.ts';

const database = useTestDatabase();

/** Ben, from the lights to the boats. */
const toBoats = ({ teams, roleLevels }: TestOrganisation): Move => ({
  teamId: teams.boats,
  roleLevelId: roleLevels.crew,
  movesOn: '2026-05-01',
  fromTeamId: teams.lights,
  fromRoleLevelId: roleLevels.juniorKeeper,
});

const noDrift = { currentAssessments: 0, teamSkillSummaries: 0 };

describe('moving a person', () => {
  it('places somebody who has yet to start anew from their first day, and from no other', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const { lights, boats } = organisation.teams;
    const { juniorKeeper, crew } = organisation.roleLevels;
    const added = await addPerson(context, {
      name: 'Gwen', email: null, grade: null, startsOn: '2026-09-01', leavesOn: null, teamId: lights, roleLevelId: juniorKeeper,
    });
    const personId = added.ok ? added.value.personId : '';
    const move = { ...toBoats(organisation), movesOn: '2026-06-01' };
    expect(await movePerson(context, personId, move)).toMatchObject({
      ok: false,
      problem: { field: 'movesOn', message: 'The move cannot be before the present placement began' },
    });
    expect(await movePerson(context, personId, { ...move, movesOn: '2026-10-01' })).toMatchObject({
      problem: { field: 'movesOn', message: 'Enter 1 September 2026, the day this person starts' },
    });
    expect(await movePerson(context, personId, { ...move, movesOn: '2026-09-01' })).toMatchObject({ ok: true });
    expect(await readPerson(context, personId)).toMatchObject({ teamId: boats, roleLevelId: crew });
    expect(await readPeopleFacts(context, [lights, boats], '2026-09-01')).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: personId, teamId: boats })]),
    );
    expect(await rebuildCurrent(context.db, '2026-06-01')).toEqual(noDrift);
  });

  it('begins a new placement and leaves the old one as history', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const { ben } = organisation.people;
    expect(await movePerson(context, ben, toBoats(organisation))).toEqual({ ok: true, value: { personId: ben } });
    expect(await readPerson(context, ben)).toMatchObject({
      teamId: organisation.teams.boats,
      roleLevelId: organisation.roleLevels.crew,
    });
    const history = await context.db.transaction((tx) =>
      tx.select().from(placement).where(eq(placement.personId, ben)).orderBy(placement.startsOn),
    );
    expect(history).toMatchObject([
      { teamId: organisation.teams.lights, startsOn: '2025-01-01', endsOn: '2026-05-01' },
      { teamId: organisation.teams.boats, startsOn: '2026-05-01', endsOn: null },
    ]);
    expect(await readAudit(database, organisation.id)).toMatchObject([
      { action: 'person.move', subjectId: ben, detail: { fromTeamId: organisation.teams.lights, teamId: organisation.teams.boats } },
    ]);
  });

  it('takes the levels along, with what the new role level expects, and counts both teams again', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const { ben } = organisation.people;
    const { signals, lamps, boats } = organisation.skills;
    await saveAssessment(context, ben, {
      entries: [signals, lamps].map((skillId) => ({ skillId, source: 'agreed' as const, level: 1, note: null })),
    });
    await movePerson(context, ben, toBoats(organisation));
    const people = await readPeopleFacts(context, [organisation.teams.boats], '2026-06-01');
    const cells = people.find((person) => person.id === ben)?.cells.map((cell) => [cell.skillId, cell.expectedLevel, cell.agreed?.level ?? null]);
    expect(new Set(cells)).toEqual(new Set([[signals, 1, 1], [lamps, null, 1], [boats, 2, null]]));
    const { counts } = await readTeamCounts(context, Object.values(organisation.teams));
    const of = (teamId: string) => counts.find((count) => count.teamId === teamId && count.skillId === signals);
    expect(of(organisation.teams.lights)).toMatchObject({ expected: 1, assessed: 0, met: 0 });
    expect(of(organisation.teams.boats)).toMatchObject({ expected: 2, assessed: 1, met: 1 });
    expect(await rebuildCurrent(context.db, '2026-06-01')).toEqual(noDrift);
  });

  it('lets one of two moves at once win and tells the other, in every one of 20 pairs', async () => {
    const organisation = await makeOrganisation(database, {
      people: Object.fromEntries([...Array(20).keys()].map((n) => [`p${n}`, { team: 'lights', roleLevel: 'juniorKeeper' } as const])),
    });
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const pairs = await Promise.all(
      [...Array(20).keys()].map((n) => {
        const id = organisation.people[`p${n}`]!;
        const move = toBoats(organisation);
        return Promise.all([movePerson(context, id, move), movePerson(context, id, { ...move, teamId: organisation.teams.service })]);
      }),
    );
    for (const pair of pairs) {
      expect(pair.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
      expect(pair.find((outcome) => !outcome.ok)).toMatchObject({ problem: { field: null } });
    }
    expect(await rebuildCurrent(context.db, '2026-06-01')).toEqual(noDrift);
  });

  it('lets one of two first placements at once win where a person stands nowhere', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const { ben } = organisation.people;
    await context.db.transaction((tx) => tx.delete(placement).where(eq(placement.personId, ben)));
    const move = { ...toBoats(organisation), fromTeamId: null, fromRoleLevelId: null };
    const outcomes = await Promise.all([movePerson(context, ben, move), movePerson(context, ben, move)]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  });

  it('refuses a form filled in on an older place and stores nothing', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    const stale = { ...toBoats(organisation), fromTeamId: organisation.teams.service };
    expect(await movePerson(context, organisation.people.ben, stale)).toMatchObject({ ok: false, problem: { field: null } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('refuses at its field what cannot be, and stores nothing', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const context = await organisation.as('administrator');
    const move = toBoats(organisation);
    const before = await tenantChecksum(database, organisation.id);
    for (const [field, change] of [
      ['teamId', { teamId: other.teams.boats }],
      ['teamId', { teamId: crypto.randomUUID() }],
      ['teamId', { teamId: move.fromTeamId!, roleLevelId: move.fromRoleLevelId! }],
      ['roleLevelId', { roleLevelId: other.roleLevels.crew }],
      ['roleLevelId', { roleLevelId: crypto.randomUUID() }],
      ['movesOn', { movesOn: '2026-06-02' }],
      ['movesOn', { movesOn: '2024-12-31' }],
    ] as const) {
      const outcome = await movePerson(context, organisation.people.ben, { ...move, ...change });
      expect(outcome, JSON.stringify(change)).toMatchObject({ ok: false, problem: { field } });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('answers 404 for an unknown person and 403 to whoever may not write in both teams', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { ben } = organisation.people;
    const { lights, boats } = organisation.teams;
    const administrator = await organisation.as('administrator');
    await expectSame404({ other: other.people.ben, own: ben }, (id) => movePerson(administrator, id, toBoats(organisation)));
    for (const context of [
      await organisation.as('team-manager', { teamId: lights }),
      await organisation.as('team-manager', { teamId: boats }),
      await organisation.as('team-member', { personId: ben }),
      await organisation.as('analyst'),
    ]) {
      await expect(movePerson(context, ben, toBoats(organisation))).rejects.toMatchObject({ status: 403 });
    }
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('administrator');
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => movePerson(context, organisation.people.ben, toBoats(organisation)));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});
