import { beforeEach, describe, expect, it } from 'vitest';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { answer, auditEvent, cycle, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { readTeamGrid } from './read-team-grid.server.ts';
import { saveGridCells } from './save-grid-cells.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
let org: TestOrganisation;
beforeEach(async () => {
  org = await makeOrganisation(database);
});

const level = (to: number) => ({ kind: 'level' as const, level: to });
const cell = (personId: string, skillId: string, more: object = {}) => ({ personId, skillId, answer: level(2), revision: 0, seenSequence: 0, ...more });
const all = <T>(work: (tx: Parameters<Parameters<ReturnType<typeof database.tenant>['transaction']>[0]>[0]) => Promise<T>) => database.tenant(org.id).transaction(work);
const manager = () => org.as('team-manager', { teamId: org.teams.lights, personId: org.people.ada, userId: org.users.manager });

/** A round in which the lights take part. */
async function openRound(more: Partial<typeof cycleParticipant.$inferInsert> = {}): Promise<void> {
  await all(async (tx) => {
    const id = org.frameworkId;
    await tx.insert(cycle).values({ organisationId: org.id, id, name: 'Spring', state: 'open', opensOn: '2026-05-01', closesOn: '2026-07-01', selfDueOn: '2026-06-10' });
    await tx.insert(cycleParticipant).values({ organisationId: org.id, cycleId: id, personId: org.people.ben, teamId: org.teams.lights, ...more });
  });
}

describe('reading the grid of a team', () => {
  it('holds people and skills in the order of the heatmap, and each cell at its place', async () => {
    const head = await org.as('head-of-service');
    await saveAssessment(head, org.people.ben, { entries: [{ skillId: org.skills.lamps, source: 'manager', level: 1, note: null }, { skillId: org.skills.knots, source: 'agreed', level: 3, note: null }] });
    await saveAnswer(head, org.people.ben, { skillId: org.skills.signals, source: 'manager', answer: level(2), revision: 0, seenSequence: 0 });
    const { grid, total } = await readTeamGrid(head, org.teams.lights, 'manager');
    expect(total).toBe(2);
    expect(grid.people.map(({ id }) => id)).toEqual([org.people.ada, org.people.ben]);
    expect(grid.skills.map(({ id }) => id)).toEqual([org.skills.lamps, org.skills.signals, org.skills.charts, org.skills.knots]);
    const at = (skillId: string) => grid.skills.length + grid.skills.findIndex(({ id }) => id === skillId);
    expect(grid.expectedLevels).toEqual([3, 2, 4, null, 1, 2, null, null]);
    expect(grid.lastAnswers[at(org.skills.lamps)]).toEqual(level(1));
    expect(grid.lastDays[at(org.skills.lamps)]).toBe('2026-06-01');
    expect(grid.lastSequences[at(org.skills.lamps)]).toBeGreaterThan(0);
    expect(grid.lastAnswers[at(org.skills.knots)]).toBeNull();
    expect(grid.agreedAnswers[at(org.skills.knots)]).toEqual(level(3));
    expect(grid.answers).toMatchObject([{ at: at(org.skills.signals), answer: level(2) }]);
    expect(grid.skills[2]?.levels.map(({ isDefined }) => isDefined)).toEqual([false, false, true, true]);
  });

  it('takes in the teams under it where asked, and parts many people', async () => {
    const head = await org.as('head-of-service');
    expect((await readTeamGrid(head, org.teams.service, 'manager')).total).toBe(0);
    const below = await readTeamGrid(head, org.teams.service, 'manager', { below: true, from: 3 });
    expect(below).toMatchObject({ total: 4, from: 3 });
    expect(below.grid.people).toHaveLength(1);
  });

  it('closes oneself, hides from oneself what is being written, and shows it to whoever writes', async () => {
    const head = await org.as('head-of-service');
    await saveAnswer(head, org.people.ada, { skillId: org.skills.lamps, source: 'manager', answer: level(1), note: 'Not yet', revision: 0, seenSequence: 0 });
    const { grid } = await readTeamGrid(await manager(), org.teams.lights, 'manager');
    expect(grid.people.map(({ closed }) => closed === null)).toEqual([false, true]);
    expect(grid.people[0]?.act).toBeNull();
    expect(grid.answers).toEqual([]);
    expect((await readTeamGrid(head, org.teams.lights, 'manager')).grid.answers).toHaveLength(1);
  });

  it.each([
    ['answers while nobody has handed in', {}, 'manager', true, 'hand-in'],
    ['is closed once the manager has handed in, and can be taken back', { managerInAt: new Date() }, 'manager', false, 'take-back'],
    ['is closed to agreeing before both are shown', { managerInAt: new Date() }, 'agreed', false, null],
    ['agrees once both are shown', { managerInAt: new Date(), revealedAt: new Date() }, 'agreed', true, 'record'],
    ['is closed to the manager once both are shown', { managerInAt: new Date(), revealedAt: new Date() }, 'manager', false, null],
    ['is as outside a round for somebody who sits it out', { exemptReason: 'Leave' }, 'manager', true, 'record'],
  ] as const)('in a round it %s', async (_what, participant, voice, isOpen, act) => {
    await openRound(participant);
    const { grid } = await readTeamGrid(await org.as('head-of-service'), org.teams.lights, voice);
    const ben = grid.people.find(({ id }) => id === org.people.ben)!;
    expect([ben.closed === null, ben.act]).toEqual([isOpen, act]);
  });

  it('is for who may speak as the voice there, and records the look', async () => {
    expect(await thrownResponse((async () => readTeamGrid(await org.as('administrator'), org.teams.lights, 'manager'))())).toMatchObject({ status: 403 });
    expect(await thrownResponse((async () => readTeamGrid(await org.as('moderator'), org.teams.lights, 'manager'))())).toMatchObject({ status: 403 });
    expect(await thrownResponse((async () => readTeamGrid(await manager(), org.teams.boats, 'manager'))())).toMatchObject({ status: 403 });
    expect(await thrownResponse((async () => readTeamGrid(await org.as('head-of-service'), org.people.ben, 'manager'))())).toMatchObject({ status: 404 });
    await readTeamGrid(await org.as('moderator'), org.teams.lights, 'agreed');
    const looks = (await all((tx) => tx.select().from(auditEvent))).filter(({ action }) => action === 'ratings.view');
    expect(looks).toMatchObject([{ subjectId: org.teams.lights, detail: { page: 'assess', people: 2 } }]);
  });
});

describe('saving cells of the grid', () => {
  it('keeps each by itself: what is refused holds no other up, and nothing is on record', async () => {
    const head = await org.as('head-of-service');
    const results = await saveGridCells(head, org.teams.lights, {
      source: 'manager',
      cells: [cell(org.people.ben, org.skills.lamps), cell(org.people.ben, org.skills.charts, { answer: level(1) }), cell(org.people.ben, org.skills.signals, { revision: 99 }), cell(org.people.ada, org.skills.lamps)],
    });
    expect(results.map(({ outcome }) => (outcome.ok ? 'stored' : outcome.hold.kind))).toEqual(['stored', 'confirm', 'conflict', 'stored']);
    expect((await all((tx) => tx.select().from(answer))).map(({ skillId }) => skillId)).toEqual([org.skills.lamps, org.skills.lamps]);
  });

  it('stores the same change once, however often it is sent', async () => {
    const head = await org.as('head-of-service', { userId: org.users.head, name: 'Head' });
    const input = { source: 'manager' as const, cells: [cell(org.people.ben, org.skills.lamps)] };
    const [first, again] = [await saveGridCells(head, org.teams.lights, input), await saveGridCells(head, org.teams.lights, input)];
    expect(again).toEqual(first);
    const saves = (await all((tx) => tx.select().from(auditEvent))).filter(({ action }) => action === 'answer.save');
    expect(saves).toHaveLength(1);
  });

  it('tells the second of two what the first stored', async () => {
    const [head, lead] = [await org.as('head-of-service', { name: 'Head' }), await manager()];
    const write = (context: typeof head, to: number) => saveGridCells(context, org.teams.lights, { source: 'manager', cells: [cell(org.people.ben, org.skills.lamps, { answer: level(to) })] });
    await write(head, 1);
    const [{ outcome } = { outcome: null }] = await write(lead, 3);
    expect(outcome).toMatchObject({ ok: false, hold: { kind: 'conflict', theirs: { answer: level(1), writerName: 'Head' } } });
  });

  it('refuses oneself and people of other teams cell by cell, and the whole to who may not speak there', async () => {
    const lead = await manager();
    const results = await saveGridCells(lead, org.teams.lights, { source: 'manager', cells: [cell(org.people.ada, org.skills.lamps), cell(org.people.cyd, org.skills.lamps), cell(org.people.ben, org.skills.lamps)] });
    expect(results.map(({ outcome }) => outcome.ok)).toEqual([false, false, true]);
    expect(await thrownResponse((async () => saveGridCells(lead, org.teams.boats, { source: 'manager', cells: [] }))())).toMatchObject({ status: 403 });
    expect(await thrownResponse((async () => saveGridCells(await org.as('team-member', { personId: org.people.ben }), org.teams.lights, { source: 'manager', cells: [] }))())).toMatchObject({ status: 403 });
    expect(await thrownResponse((async () => saveGridCells(lead, org.skills.lamps, { source: 'manager', cells: [] }))())).toMatchObject({ status: 404 });
  });

  it('refuses what is handed in, with the reason', async () => {
    await openRound({ managerInAt: new Date() });
    const [{ outcome } = { outcome: null }] = await saveGridCells(await org.as('head-of-service'), org.teams.lights, { source: 'manager', cells: [cell(org.people.ben, org.skills.lamps)] });
    expect(outcome).toMatchObject({ ok: false, hold: { kind: 'refused', message: expect.stringContaining('Take them back') } });
  });
});
