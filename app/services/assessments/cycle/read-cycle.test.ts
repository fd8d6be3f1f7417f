import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { agreeLevels } from '#app/services/assessments/answer/agree-levels.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addDispute, type ModeratedRound } from '#tests/helpers/moderated-round.ts';
import { makeOrganisation, type PersonWanted, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { giveAnswers, openRound, planRound } from '#tests/helpers/round.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { closeCycle } from './close-cycle.server.ts';
import { readClosing } from './read-closing.server.ts';
import { exemptParticipant } from './exempt-participant.server.ts';
import { readCycle } from './read-cycle.server.ts';
import { readCycles } from './read-cycles.server.ts';
import { readOwnRounds } from './read-own-rounds.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
let organisation: TestOrganisation;
let head: Context;
let manager: Context;

beforeEach(async () => {
  const further: Record<string, PersonWanted> = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`p${at}`, { team: at % 2 ? 'lights' : 'boats', roleLevel: 'juniorKeeper' } as const]));
  organisation = await makeOrganisation(database, { people: further });
  const { teams, people, users } = organisation;
  head = await organisation.as('head-of-service', { teamId: teams.service, userId: users.head, name: 'Hana Head' });
  manager = await organisation.as('team-manager', { teamId: teams.lights, personId: people.ada, userId: users.manager });
});

const skillsOf = () => ({ [organisation.skills.lamps]: 1, [organisation.skills.signals]: 2 });
const own = (name: string) => organisation.as('team-member', { personId: organisation.people[name]! });

/** Brings people of the round to every step; answers the round. */
async function mixedRound(): Promise<string> {
  const { people } = organisation;
  const cycleId = await openRound(head, { teamId: organisation.teams.service });
  for (const name of ['p1', 'p2', 'p3', 'p5', 'p7', 'cyd']) await giveAnswers(await own(name), people[name]!, 'self', skillsOf());
  for (const name of ['p3', 'p5', 'p7', 'p9']) await giveAnswers(head, people[name]!, 'manager', skillsOf());
  for (const name of ['p5', 'p7']) {
    const entries = Object.entries(skillsOf()).map(([skillId, level]) => ({ skillId, level, note: null }));
    const outcome = await agreeLevels(head, people[name]!, { entries });
    if (!outcome.ok) throw new Error(outcome.problem.message);
  }
  await exemptParticipant(head, cycleId, people.p4!, 'On leave');
  await database.ownerPool.query(`update person set leaves_on = '2026-05-31' where id = $1`, [people.p6]);
  return cycleId;
}

/** The same counts from the stored rows alone, past all of the product's own reading. */
async function independentCounts(cycleId: string) {
  const { rows } = await database.ownerPool.query<Record<string, string | number>>(
    `with part as (
       select placement.team_id, exempt_reason is not null as exempt, coalesce(person.leaves_on < '2026-06-01', false) as gone,
         self_in_at, manager_in_at, revealed_at, agreed_at
       from cycle_participant join person on person.id = person_id
       join placement on placement.person_id = person.id and placement.ends_on is null where cycle_id = $1)
     select team_id, count(*)::int as people,
       count(*) filter (where exempt)::int as exempt, count(*) filter (where gone and not exempt)::int as left,
       count(*) filter (where not exempt and not gone and revealed_at is null and self_in_at is null)::int as self,
       count(*) filter (where not exempt and not gone and revealed_at is null and manager_in_at is null)::int as manager,
       count(*) filter (where not exempt and not gone and revealed_at is not null and agreed_at is null)::int as conversation,
       0 as moderation,
       count(*) filter (where not exempt and not gone and agreed_at is not null)::int as done
     from part group by team_id`,
    [cycleId],
  );
  return new Map(rows.map(({ team_id, ...counts }) => [team_id, counts]));
}

describe('the progress of a round', () => {
  it('counts each team as the stored rows do', async () => {
    const cycleId = await mixedRound();
    const { teams, counts } = await readCycle(head, cycleId);
    const expected = await independentCounts(cycleId);
    expect(new Map(teams.map((team) => [team.id, team.counts]))).toEqual(expected);
    expect(counts).toEqual({ people: 16, self: 8, manager: 10, conversation: 1, moderation: 0, done: 2, exempt: 1, left: 1 });
  });

  it('says who waits for whom: the nearest who may, for their own level the head above', async () => {
    const cycleId = await mixedRound();
    const { waits, sentence } = await readCycle(head, cycleId);
    const byUser = new Map(waits.users.map((user) => [user.userId, user]));
    expect([...byUser.keys()].sort()).toEqual([organisation.users.head, organisation.users.manager].sort());
    const names = (userId: string) => byUser.get(userId)!.manager.map(({ id }) => id).sort();
    const idsOf = (...of: string[]) => of.map((name) => organisation.people[name]!).sort();
    expect(names(organisation.users.manager)).toEqual(idsOf('ben', 'p1', 'p11'));
    expect(names(organisation.users.head)).toEqual(idsOf('ada', 'cyd', 'dan', 'p0', 'p2', 'p8', 'p10'));
    expect(byUser.get(organisation.users.manager)!.conversation.map(({ id }) => id)).toEqual(idsOf('p3'));
    expect(waits.nobody).toEqual([]);
    expect(sentence).toMatch(/^2 of 14 people are done\. Waited for: 8 people for their own levels, head .* \(7\) and manager .* \(4\)\.$/);
  });

  it('names as a problem whom nobody can assess', async () => {
    const cycleId = await openRound(head, { teamId: organisation.teams.lights });
    await database.ownerPool.query('update membership set suspended_at = now() where organisation_id = $1', [organisation.id]);
    const { waits } = await readCycle(await organisation.as('administrator'), cycleId);
    expect([waits.users, new Set(waits.nobody.map(({ id }) => id)).size]).toEqual([[], 8]);
  });

  it('is, for a manager, that of their own teams, without why somebody sits it out', async () => {
    const cycleId = await mixedRound();
    const seen = await readCycle(manager, cycleId);
    expect([seen.teams.map(({ id }) => id), seen.isPart, seen.mayRun]).toEqual([[organisation.teams.lights], true, false]);
    expect(JSON.stringify(seen)).not.toContain('On leave');
    expect(JSON.stringify(await readCycle(head, cycleId))).toContain('On leave');
  });

  it('is closed to those who may see nobody in it, and the same 404 for every id that is none', async () => {
    const cycleId = await openRound(head, { teamId: organisation.teams.boats });
    expect((await thrownResponse(readCycle(manager, cycleId))).status).toBe(403);
    for (const role of ['analyst', 'team-member'] as const) expect((await thrownResponse(readCycle(await organisation.as(role), cycleId))).status, role).toBe(403);
    const other = await makeOrganisation(database);
    await expectSame404({ other: other.cycleId, own: cycleId }, (id) => readCycle(head, id));
    expect((await readCycles(manager)).cycles.map(({ id }) => id)).toEqual([organisation.cycleId]);
    expect((await thrownResponse(readCycles(await organisation.as('analyst')))).status).toBe(403);
  });

  it('holds no level, for an administrator or anybody', async () => {
    const cycleId = await mixedRound();
    const administrator = await organisation.as('administrator');
    const answer = JSON.stringify([await readCycle(administrator, cycleId), await readCycles(administrator), await readOwnRounds(head)]);
    expect(answer).toContain(cycleId);
    expect(answer).not.toMatch(/"\w*level\w*":/i);
  });

  it('of a closed round names what was missing, to each of the people whom they see, and does not forget it', async () => {
    const cycleId = await mixedRound();
    expect((await readCycle(head, cycleId)).missing).toBeNull();
    const { missing: atClose } = await readClosing(head, cycleId);
    const disputeId = await addDispute({ organisation, head, cycleId } as ModeratedRound, organisation.people.p5!, organisation.skills.lamps);
    await closeCycle(head, cycleId, { closingNote: 'Enough.' });
    const p5 = expect.objectContaining({ id: organisation.people.p5 }) as unknown;
    expect((await readCycle(head, cycleId)).missing).toEqual({ ...atClose, disputes: [p5] });
    expect([atClose.self.length, atClose.manager.length, atClose.conversation.length]).toEqual([8, 10, 12]);
    // What is decided later was not decided then, and who leaves later had not left.
    await database.ownerPool.query(`update dispute set outcome = 'kept', settled_on = '2026-06-03', settled_at = '2026-06-03T09:00:00Z' where id = $1`, [disputeId]);
    await database.ownerPool.query(`update person set leaves_on = '2026-06-05' where id = $1`, [organisation.people.ben]);
    const later = { ...head, now: new Date('2026-12-01T09:00:00Z') };
    expect((await readCycle(later, cycleId)).missing).toEqual({ ...atClose, disputes: [p5] });
    const seen = (await readCycle(manager, cycleId)).missing!;
    const ofLights = (people: readonly { teamName: string | null }[]) => people.filter(({ teamName }) => teamName?.startsWith('Lights'));
    expect(seen).toEqual({ self: ofLights(atClose.self), manager: ofLights(atClose.manager), conversation: ofLights(atClose.conversation), moderation: [], disputes: [] });
    expect(seen.self.length).toBeGreaterThan(0);
    expect(seen.self.length).toBeLessThan(atClose.self.length);
  });

  it('of a closed round stays as it was then', async () => {
    const cycleId = await mixedRound();
    const before = (await readCycle(head, cycleId)).counts;
    await closeCycle(head, cycleId, { closingNote: 'Enough.' });
    await database.ownerPool.query(`update person set leaves_on = '2026-06-05' where id = $1`, [organisation.people.p5]);
    await database.ownerPool.query(`update placement set team_id = $2 where person_id = $1`, [organisation.people.p7, organisation.teams.boats]);
    const later = { ...head, now: new Date('2026-12-01T09:00:00Z') };
    const { counts, teams, waits } = await readCycle(later, cycleId);
    expect(counts).toMatchObject({ people: before.people, done: before.done, left: before.left });
    expect(teams.find(({ id }) => id === organisation.teams.lights)?.counts).toMatchObject({ people: 8, done: 2 });
    expect(waits.users).toEqual([]);
  });
});

describe('the list of rounds', () => {
  it('has open ones first, and what each viewer may see and run', async () => {
    const opened = await openRound(head, { teamId: organisation.teams.lights });
    const planned = await planRound(head, { name: 'Later', teamId: organisation.teams.boats, opensOn: '2026-06-10' });
    const { cycles, mayPlan } = await readCycles(head);
    expect(cycles.map(({ id, state }) => [id, state])).toEqual([[opened, 'open'], [organisation.cycleId, 'planned'], [planned, 'planned']]);
    expect([mayPlan, cycles[0]!.counts.people]).toEqual([true, 8]);
    expect(await readCycles(manager)).toMatchObject({ mayPlan: false, cycles: [{ id: opened, mayRun: false }, { id: organisation.cycleId }] });
  });
});

describe('the first page of somebody', () => {
  it('says what a round asks of them, who waits for them, and how far it is where they run it', async () => {
    await mixedRound();
    const { people, users } = organisation;
    expect(await readOwnRounds(await organisation.as('team-member', { personId: people.p1! }))).toMatchObject([{ own: { personId: people.p1, steps: ['manager'] }, manager: [], progress: null }]);
    expect(await readOwnRounds(manager)).toMatchObject([{ own: { steps: ['self', 'manager'] }, manager: { length: 3 }, conversation: [{ id: people.p3 }], progress: null }]);
    expect(await readOwnRounds(head)).toMatchObject([{ own: null, manager: { length: 7 }, progress: expect.stringMatching(/^2 of 14/) as string }]);
    expect(users.head).toBe(head.viewer.userId);
    expect(await readOwnRounds(await organisation.as('analyst'))).toEqual([]);
  });
});
