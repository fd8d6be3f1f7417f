import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { giveAnswers, openRound, planRound } from '#tests/helpers/round.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { closeCycle } from './close-cycle.server.ts';
import { exemptParticipant } from './exempt-participant.server.ts';
import { joinRound } from './join-round.server.ts';
import { openCycle } from './open-cycle.server.ts';
import { readClosing } from './read-closing.server.ts';
import { readOpening } from './read-opening.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
let organisation: TestOrganisation;
let head: Context;
let ben: Context;
let manager: Context;

beforeEach(async () => {
  organisation = await makeOrganisation(database, {
    people: { gone: { team: 'lights', roleLevel: 'juniorKeeper', leavesOn: '2026-05-01' }, soon: { team: 'lights', roleLevel: 'juniorKeeper', startsOn: '2026-06-10' } },
  });
  const { teams, people, users } = organisation;
  head = await organisation.as('head-of-service', { teamId: teams.service, name: 'Hana Head', userId: users.head });
  manager = await organisation.as('team-manager', { teamId: teams.lights, personId: people.ada, userId: users.manager, name: 'Ada' });
  ben = await organisation.as('team-member', { teamId: teams.lights, personId: people.ben, name: 'Ben' });
});

async function participants(cycleId: string): Promise<Record<string, Record<string, unknown>>> {
  const { rows } = await database.ownerPool.query<{ person_id: string }>('select * from cycle_participant where cycle_id = $1', [cycleId]);
  const names = new Map(Object.entries(organisation.people).map(([name, id]) => [id, name]));
  return Object.fromEntries(rows.map((row) => [names.get(row.person_id) ?? row.person_id, row]));
}
const stateOf = async (cycleId: string) => (await database.ownerPool.query<{ state: string }>('select state from cycle where id = $1', [cycleId])).rows[0]?.state;
const audited = async (action: string) => (await database.ownerPool.query('select 1 from audit_event where organisation_id = $1 and action = $2', [organisation.id, action])).rowCount;
const history = async () =>
  (await database.ownerPool.query<{ source: number; level: number; cycle_id: string | null }>('select source, level, cycle_id from assessment where organisation_id = $1 order by source, level desc', [organisation.id])).rows;

describe('opening a round', () => {
  it('asks everybody who is present in its teams, and opens earlier than planned where it is opened earlier', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.service, opensOn: '2026-06-05' });
    expect(await openCycle(head, cycleId)).toEqual({ ok: true, value: { people: 4 } });
    expect(Object.keys(await participants(cycleId)).sort()).toEqual(['ada', 'ben', 'cyd', 'dan']);
    const { rows } = await database.ownerPool.query('select state, opens_on::text, opened_at, revision from cycle where id = $1', [cycleId]);
    expect(rows).toEqual([{ state: 'open', opens_on: '2026-06-01', opened_at: head.now, revision: 2 }]);
    expect(await audited('cycle.open')).toBe(1);
  });

  it('is done once, by twenty at once too', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.service });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => openCycle(head, cycleId)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { message: 'This round is open already.' } });
    expect(Object.keys(await participants(cycleId))).toHaveLength(4);
    expect(await audited('cycle.open')).toBe(1);
  });

  it('never has anybody in two rounds, and names who is in which, also where both are opened at once', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const [lights, service] = [await planRound(head, { name: `Lights ${attempt}`, teamId: organisation.teams.lights }), await planRound(head, { name: `All ${attempt}`, teamId: organisation.teams.service })];
      const outcomes = await Promise.all([openCycle(head, lights), openCycle(head, service)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const { rows } = await database.ownerPool.query(`select person_id from cycle_participant join cycle on cycle.id = cycle_id where cycle.state = 'open' group by 1 having count(*) > 1`);
      expect(rows).toEqual([]);
      const wasLights = outcomes[0].ok;
      const refused = outcomes[wasLights ? 1 : 0];
      expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringMatching(wasLights ? /^2 people take part in “Lights \d”, which is open: ada .* and ben / : /^2 people take part in “All \d”/) as string } });
      await closeCycle(head, wasLights ? lights : service, { closingNote: 'Tried.' });
    }
  });

  it('says what stands in the way: nobody, or a last day that is over', async () => {
    await database.ownerPool.query('update placement set ends_on = starts_on where organisation_id = $1 and team_id = $2', [organisation.id, organisation.teams.boats]);
    const empty = await planRound(head, { name: 'Empty', teamId: organisation.teams.boats });
    expect(await openCycle(head, empty)).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/nobody to ask/) as string } });
    const late = await planRound(head, { name: 'Late', teamId: organisation.teams.lights });
    const inJuly = await organisation.as('head-of-service', { now: new Date('2026-07-01T09:00:00Z') });
    expect((await readOpening(inJuly, late)).obstacle).toBe('A last day of this round, 15 June 2026, is over. Move its days first.');
    expect((await openCycle(inJuly, late)).ok).toBe(false);
    expect([await stateOf(empty), await stateOf(late)]).toEqual(['planned', 'planned']);
  });

  it('is for whoever runs the round', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.lights });
    expect((await thrownResponse(openCycle(manager, cycleId))).status).toBe(403);
    expect((await thrownResponse(openCycle(await organisation.as('head-of-service', { teamId: organisation.teams.boats }), cycleId))).status).toBe(403);
    expect((await thrownResponse(openCycle(await (await makeOrganisation(database)).as('head-of-service'), cycleId))).status).toBe(404);
    expect(await stateOf(cycleId)).toBe('planned');
  });
});

describe('coming into a round later', () => {
  it('takes newcomers in once, and nobody who is in another round', async () => {
    const boats = await openRound(head, { name: 'Boats', teamId: organisation.teams.boats });
    const lights = await openRound(head, { name: 'Lights', teamId: organisation.teams.lights });
    const later = await organisation.as('head-of-service', { now: new Date('2026-06-10T09:00:00Z') });
    const where = { teamId: organisation.teams.lights, roleLevelId: organisation.roleLevels.crew, movesOn: '2026-06-10' };
    await movePerson(later, organisation.people.dan, { ...where, fromTeamId: organisation.teams.boats, fromRoleLevelId: organisation.roleLevels.crew });
    const joined = await Promise.all([1, 2, 3].map(() => joinRound(later, lights)));
    expect(joined.sort()).toEqual([0, 0, 1]);
    expect(Object.keys(await participants(lights)).sort()).toEqual(['ada', 'ben', 'soon']);
    await closeCycle(later, boats, { closingNote: 'Enough.' });
    expect(await joinRound(later, lights)).toBe(1);
    expect(Object.keys(await participants(lights))).toContain('dan');
    expect(await joinRound(later, boats)).toBe(0);
  });
});

describe('sitting a round out', () => {
  it('is let and taken back by whoever runs the round, with a reason', async () => {
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    expect(await exemptParticipant(head, cycleId, organisation.people.ben, 'On long leave')).toMatchObject({ ok: true });
    expect((await participants(cycleId)).ben).toMatchObject({ exempt_reason: 'On long leave' });
    // They are asked for nothing in the round, so what is said of them goes past it.
    const entries = [{ skillId: organisation.skills.lamps, source: 'manager' as const, level: 2, note: null }];
    expect((await saveAssessment(manager, organisation.people.ben, { entries })).ok).toBe(true);
    expect(await exemptParticipant(head, cycleId, organisation.people.ben, null)).toMatchObject({ ok: true });
    expect((await participants(cycleId)).ben).toMatchObject({ exempt_reason: null });
    expect((await saveAssessment(manager, organisation.people.ben, { entries })).ok).toBe(false);
    expect([await audited('cycle.exempt'), await audited('cycle.ask-again')]).toEqual([1, 1]);
  });

  it('is refused to others, for strangers, and where the round is not open', async () => {
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    expect((await thrownResponse(exemptParticipant(manager, cycleId, organisation.people.ben, 'Leave'))).status).toBe(403);
    expect((await thrownResponse(exemptParticipant(await (await makeOrganisation(database)).as('head-of-service'), cycleId, organisation.people.ben, 'Leave'))).status).toBe(404);
    for (const personId of [organisation.people.cyd, 'x']) {
      expect(await exemptParticipant(head, cycleId, personId, 'Leave')).toMatchObject({ ok: false, problem: { field: 'personId' } });
    }
    await closeCycle(head, cycleId, { closingNote: 'Enough.' });
    expect(await exemptParticipant(head, cycleId, organisation.people.ben, 'Leave')).toMatchObject({ ok: false, problem: { field: null } });
    expect(await audited('cycle.exempt')).toBe(0);
  });
});

describe('closing a round', () => {
  it('names what is missing and asks why, shows what was handed in, and leaves what was not to its voice', async () => {
    const { lamps, signals } = organisation.skills;
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    await giveAnswers(ben, organisation.people.ben, 'self', { [lamps]: 2, [signals]: 1 });
    await saveAnswer(manager, organisation.people.ben, { skillId: lamps, source: 'manager', answer: { kind: 'level', level: 1 }, revision: 0, seenSequence: 0 });
    const names = Object.entries((await readClosing(head, cycleId)).missing).map(([step, people]) => [step, (people as { id: string }[]).map(({ id }) => id).sort()]);
    const both = [organisation.people.ada, organisation.people.ben].sort();
    expect(Object.fromEntries(names)).toEqual({ self: [organisation.people.ada], manager: both, conversation: both, moderation: [], disputes: [] });
    expect(await closeCycle(head, cycleId, { closingNote: null })).toMatchObject({ ok: false, problem: { field: 'closingNote' } });
    expect([await stateOf(cycleId), await history()]).toEqual(['open', []]);

    expect(await closeCycle(head, cycleId, { closingNote: 'The storm took the last week.' })).toEqual({ ok: true, value: { shown: 1 } });
    expect(await history()).toEqual([{ source: 1, level: 2, cycle_id: cycleId }, { source: 1, level: 1, cycle_id: cycleId }]);
    const { rows: answers } = await database.ownerPool.query('select source, level from answer where organisation_id = $1', [organisation.id]);
    expect(answers).toEqual([{ source: 2, level: 1 }]);
    const { rows } = await database.ownerPool.query('select state, closed_at, closed_by_name, closing_note from cycle where id = $1', [cycleId]);
    expect(rows).toEqual([{ state: 'closed', closed_at: head.now, closed_by_name: 'Hana Head', closing_note: 'The storm took the last week.' }]);
    expect(await participants(cycleId)).toMatchObject({ ben: { revealed_at: head.now, team_id: organisation.teams.lights }, ada: { revealed_at: null } });
    expect(await audited('cycle.close')).toBe(1);
    expect(await closeCycle(head, cycleId, { closingNote: 'Again.' })).toMatchObject({ ok: false, problem: { message: 'This round is closed already.' } });
  });

  it('asks for no note where nothing is missing, and remembers the team that somebody stood in at the end', async () => {
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    for (const personId of [organisation.people.ada, organisation.people.ben]) await exemptParticipant(head, cycleId, personId, 'Leave');
    const where = { teamId: organisation.teams.boats, roleLevelId: organisation.roleLevels.crew, movesOn: '2026-06-01' };
    await movePerson(await organisation.as('head-of-service'), organisation.people.ben, { ...where, fromTeamId: organisation.teams.lights, fromRoleLevelId: organisation.roleLevels.juniorKeeper });
    expect(await closeCycle(head, cycleId, { closingNote: null })).toEqual({ ok: true, value: { shown: 0 } });
    expect(await participants(cycleId)).toMatchObject({ ben: { team_id: organisation.teams.boats }, ada: { team_id: organisation.teams.lights } });
  });

  it('is all or nothing, also against hands that answer at the same moment', async () => {
    const { lamps } = organisation.skills;
    const cycleId = await openRound(head, { teamId: organisation.teams.service });
    const people = ['ada', 'ben', 'cyd', 'dan'].map((name) => organisation.people[name]!);
    const hands = people.map(async (personId) => {
      const own = await organisation.as('team-member', { personId });
      return giveAnswers(own, personId, 'self', { [lamps]: 2 }).then(
        () => 'handed in',
        (error: Error) => error.message,
      );
    });
    const closed = closeCycle(head, cycleId, { closingNote: 'Now.' });
    const [outcome, ...given] = [await closed, ...(await Promise.all(hands))];
    expect(outcome.ok).toBe(true);
    const handedIn = given.filter((one) => one === 'handed in').length;
    // Whatever was handed in before the closing is in the history, and nothing that came after it.
    expect((await history()).filter(({ cycle_id }) => cycle_id === cycleId)).toHaveLength(handedIn);
    const { rows } = await database.ownerPool.query<{ count: number }>('select count(*)::int as count from cycle_participant where cycle_id = $1 and (self_in_at is null) <> (revealed_at is null)', [cycleId]);
    expect(rows[0]?.count).toBe(0);
  });

  it('leaves everything as it was where the showing fails', async () => {
    const { lamps } = organisation.skills;
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    await giveAnswers(ben, organisation.people.ben, 'self', { [lamps]: 2 });
    await database.ownerPool.query(`create function refuse_close() returns trigger language plpgsql as $$ begin raise exception 'no disk'; end $$`);
    await database.ownerPool.query(`create trigger refuse_close before update on cycle for each row execute function refuse_close()`);
    try {
      await expect(closeCycle(head, cycleId, { closingNote: 'Now.' })).rejects.toThrow('update "cycle"');
    } finally {
      await database.ownerPool.query('drop trigger refuse_close on cycle; drop function refuse_close');
    }
    expect([await stateOf(cycleId), await history()]).toEqual(['open', []]);
    expect((await participants(cycleId)).ben).toMatchObject({ revealed_at: null });
    expect((await closeCycle(head, cycleId, { closingNote: 'Now.' })).ok).toBe(true);
    expect(await history()).toHaveLength(1);
  });

  it('is for whoever runs the round, and not for one that is planned', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.lights });
    expect(await closeCycle(head, cycleId, { closingNote: 'Now.' })).toMatchObject({ ok: false });
    await openCycle(head, cycleId);
    expect((await thrownResponse(closeCycle(manager, cycleId, { closingNote: 'Now.' }))).status).toBe(403);
    expect((await thrownResponse(closeCycle(await (await makeOrganisation(database)).as('head-of-service'), cycleId, { closingNote: 'Now.' }))).status).toBe(404);
    expect(await stateOf(cycleId)).toBe('open');
  });
});
