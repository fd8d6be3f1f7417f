import { ne } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { cycle } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { planRound, roundDetails } from '#tests/helpers/round.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addCycle } from './add-cycle.server.ts';
import { cycleEdit } from './cycle-input.ts';
import { deleteCycle } from './delete-cycle.server.ts';
import { editCycle } from './edit-cycle.server.ts';
import { openCycle } from './open-cycle.server.ts';
import { readCycleForm } from './read-cycle-form.server.ts';
import { readCycleRecord } from './read-cycle-record.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
let organisation: TestOrganisation;
let head: Context;

beforeEach(async () => {
  organisation = await makeOrganisation(database);
  head = await organisation.as('head-of-service', { teamId: organisation.teams.service, name: 'Hana Head' });
});

/** The rounds that a test has planned: an organisation has one of its own beside. */
const stored = () => database.tenant(organisation.id).transaction((tx) => tx.select().from(cycle).where(ne(cycle.id, organisation.cycleId)));
const audited = async () => {
  const { rows } = await database.ownerPool.query<{ action: string }>(`select action from audit_event where organisation_id = $1 and action like 'cycle.%' order by position`, [organisation.id]);
  return rows.map(({ action }) => action);
};

describe('planning a round', () => {
  it('keeps what was said of it, and asks nobody anything', async () => {
    const teamId = organisation.teams.lights;
    await planRound(head, { teamId });
    expect(await stored()).toMatchObject([{ ...roundDetails({ teamId }), state: 'planned', openedAt: null, revision: 1 }]);
    expect(await audited()).toEqual(['cycle.add']);
  });

  it('is for whoever runs rounds of the team, and of the whole organisation for whoever reaches all of it', async () => {
    const whole = roundDetails({ teamId: null });
    expect((await thrownResponse(addCycle(head, whole))).status).toBe(403);
    for (const role of ['team-manager', 'moderator', 'analyst'] as const) {
      expect((await thrownResponse(addCycle(await organisation.as(role), whole))).status, role).toBe(403);
    }
    const headOfLights = await organisation.as('head-of-service', { teamId: organisation.teams.lights });
    expect((await thrownResponse(addCycle(headOfLights, roundDetails({ teamId: organisation.teams.boats })))).status).toBe(403);
    expect(await stored()).toEqual([]);
    expect((await addCycle(await organisation.as('administrator'), whole)).ok).toBe(true);
    expect((await addCycle(await organisation.as('head-of-service'), { ...whole, name: 'Another' })).ok).toBe(true);
  });

  it('refuses a team that is not there, and a name that is taken', async () => {
    const elsewhere = (await makeOrganisation(database)).teams.lights;
    expect(await addCycle(head, roundDetails({ teamId: elsewhere }))).toMatchObject({ ok: false, problem: { field: 'teamId' } });
    const teamId = organisation.teams.lights;
    await planRound(head, { teamId });
    expect(await addCycle(head, roundDetails({ teamId }))).toMatchObject({ ok: false, problem: { field: 'name', message: 'There is already a round of this name' } });
    expect(await stored()).toHaveLength(1);
  });

  it('offers the teams whose rounds somebody may run', async () => {
    const form = await readCycleForm(head, null);
    expect([form.teams.length, form.mayBeWhole]).toEqual([3, false]);
    expect(await readCycleForm(await organisation.as('administrator'), null)).toMatchObject({ mayBeWhole: true, cycle: null });
    expect((await thrownResponse(readCycleForm(await organisation.as('team-manager'), null))).status).toBe(403);
  });
});

describe('the form of a round', () => {
  const form = (wanted: Record<string, string>) =>
    cycleEdit.safeParse({ name: 'Round', teamId: '', opensOn: '2026-06-01', selfDueOn: '', managerDueOn: '2026-06-20', conversationDueOn: '2026-06-30', moderationDueOn: '', closesOn: '2026-07-01', revision: '1', ...wanted });

  it('asks neither for own levels nor for moderation where their days are left out, and ticks nothing by itself', () => {
    expect(form({}).data).toMatchObject({ teamId: null, selfDueOn: null, moderationDueOn: null, hidesVoices: false, remindsByMail: false });
    expect(form({ selfDueOn: '2026-06-10', hidesVoices: 'on' }).data).toMatchObject({ selfDueOn: '2026-06-10', hidesVoices: true });
  });

  it.each([
    ['closesOn', { closesOn: '2026-05-31' }],
    ['selfDueOn', { selfDueOn: '2026-05-31' }],
    ['managerDueOn', { managerDueOn: '2026-07-02' }],
    ['managerDueOn', { managerDueOn: '' }],
    ['conversationDueOn', { conversationDueOn: '2026-06-19' }],
    ['conversationDueOn', { selfDueOn: '2026-06-25', conversationDueOn: '2026-06-24' }],
    ['moderationDueOn', { moderationDueOn: '2026-06-29' }],
    ['opensOn', { opensOn: '2026-02-30' }],
    ['name', { name: ' ' }],
    ['teamId', { teamId: 'x' }],
  ])('refuses days and words that do not fit at %s: %j', (field, wanted) => {
    expect(form(wanted).error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

describe('changing a round', () => {
  it('changes all of a planned one, and refuses an older revision', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.lights });
    const wanted = roundDetails({ teamId: organisation.teams.boats, name: 'Autumn round', selfDueOn: null, hidesVoices: false });
    expect(await editCycle(head, cycleId, { ...wanted, revision: 1 })).toEqual({ ok: true, value: { cycleId } });
    expect(await stored()).toMatchObject([{ ...wanted, revision: 2 }]);
    const late = await editCycle(head, cycleId, { ...wanted, name: 'Too late', revision: 1 });
    expect(late).toMatchObject({ ok: false, problem: { field: null, message: expect.stringMatching(/Somebody else changed/) as string } });
    expect(await stored()).toMatchObject([{ name: 'Autumn round' }]);
    expect(await audited()).toEqual(['cycle.add', 'cycle.edit']);
  });

  it('of an open one moves last days, never into the past, and nothing else', async () => {
    const teamId = organisation.teams.lights;
    const cycleId = await planRound(head, { teamId });
    await openCycle(head, cycleId);
    const later = await organisation.as('head-of-service', { teamId: organisation.teams.service, now: new Date('2026-06-18T09:00:00Z') });
    const edit = (wanted: Parameters<typeof roundDetails>[0]) => editCycle(later, cycleId, { ...roundDetails({ teamId, ...wanted }), revision: 2 });
    const fields = [{ name: 'New' }, { teamId: organisation.teams.boats }, { hidesVoices: false }, { opensOn: '2026-06-02' }, { moderationDueOn: '2026-07-08' }, { selfDueOn: null }, { selfDueOn: '2026-06-16' }, { managerDueOn: '2026-06-17' }];
    for (const wanted of fields) expect(await edit(wanted), JSON.stringify(wanted)).toMatchObject({ ok: false, problem: { field: Object.keys(wanted)[0] } });
    // The last day for own levels is over: it may stay, or come again.
    expect((await edit({ selfDueOn: '2026-06-18', closesOn: '2026-07-20' })).ok).toBe(true);
    expect(await stored()).toMatchObject([{ selfDueOn: '2026-06-18', managerDueOn: '2026-06-22', closesOn: '2026-07-20', revision: 3 }]);
  });

  it('is for whoever runs the round, there and where it goes', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.lights });
    const wanted = { ...roundDetails({ teamId: organisation.teams.boats }), revision: 1 };
    for (const teamId of [organisation.teams.boats, organisation.teams.lights]) {
      expect((await thrownResponse(editCycle(await organisation.as('head-of-service', { teamId }), cycleId, wanted))).status).toBe(403);
    }
    expect((await thrownResponse(editCycle(head, cycleId, { ...wanted, teamId: null }))).status).toBe(403);
    const stranger = await makeOrganisation(database);
    const other = await planRound(await stranger.as('head-of-service'));
    await expectSame404({ other, own: cycleId }, (id) => editCycle(head, id, wanted));
    expect(await stored()).toMatchObject([{ revision: 1 }]);
  });
});

describe('deleting a round', () => {
  it('is done to a planned one alone', async () => {
    const cycleId = await planRound(head, { teamId: organisation.teams.lights });
    expect((await thrownResponse(deleteCycle(await organisation.as('team-manager', { teamId: organisation.teams.lights }), cycleId))).status).toBe(403);
    const other = await (await makeOrganisation(database)).as('head-of-service');
    expect((await thrownResponse(deleteCycle(other, cycleId))).status).toBe(404);
    expect(await deleteCycle(head, cycleId)).toEqual({ ok: true, value: { name: 'Summer round' } });
    expect(await stored()).toEqual([]);
    expect(await audited()).toEqual(['cycle.add', 'cycle.delete']);
    expect((await thrownResponse(deleteCycle(head, cycleId))).status).toBe(404);
    const opened = await planRound(head, { teamId: organisation.teams.lights });
    await openCycle(head, opened);
    expect(await deleteCycle(head, opened)).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/Only a planned round/) as string } });
    expect((await readCycleRecord(head, opened)).cycle.state).toBe('open');
  });
});
