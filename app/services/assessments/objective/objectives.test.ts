import { describe, expect, it } from 'vitest';
import type { Objective } from '#app/domain/review/objective.ts';
import type { Context } from '#app/platform/context.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addObjective } from './add-objective.server.ts';
import { editObjective } from './edit-objective.server.ts';
import { endObjective } from './end-objective.server.ts';
import { objectiveEnd, objectiveInput } from './objective-input.ts';
import { reopenObjective } from './reopen-objective.server.ts';
import { withdrawObjective } from './withdraw-objective.server.ts';

const database = useTestDatabase();
const told = (words: string) => ({ words, targetLevel: 2, dueOn: '2026-12-31' });
const met = { outcome: 'met' as const, outcomeWords: 'Lit in every storm' };

/** Ben's own account. */
const asBen = ({ as, people }: TestOrganisation) => as('team-member', { personId: people.ben, name: 'Ben' });

async function added(context: Context, personId: string, skillId: string, words = 'Keep the lamp for a winter'): Promise<string> {
  const outcome = await addObjective(context, personId, skillId, told(words));
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.objectiveId;
}

const read = async (context: Context, personId: string): Promise<Objective[] | null> => (await readDevelopmentReview(context, personId)).objectives;

async function scene() {
  const organisation = await makeOrganisation(database);
  return { organisation, ...organisation.skills, ben: organisation.people.ben, self: await asBen(organisation), head: await organisation.as('head-of-service', { name: 'Head' }) };
}

const turnsOf = async (organisationId: string) => (await readAudit(database, organisationId)).filter(({ action }) => action.startsWith('objective'));

describe('an objective', () => {
  it('is added, changed, ended and opened again by either side, each turn under its name, and recorded without its words', async () => {
    const { organisation, self, head, ben, lamps } = await scene();
    const id = await added(head, ben, lamps);
    expect(await read(self, ben)).toMatchObject([
      { id, skillId: lamps, skillName: `Lamp keeping ${organisation.canary}`, words: 'Keep the lamp for a winter', targetLevel: 2, dueOn: '2026-12-31', addedByName: 'Head', addedOn: '2026-06-01', changedOn: null, outcome: null, revision: 1, isOwn: false },
    ]);
    const later = { ...self, now: new Date('2026-06-03T09:00:00Z') };
    expect((await editObjective(later, ben, id, { ...told('Two winters'), dueOn: '2027-12-31', revision: 1 })).ok).toBe(true);
    expect((await endObjective(head, ben, id, { ...met, revision: 2 })).ok).toBe(true);
    expect(await read(head, ben)).toMatchObject([{ words: 'Two winters', changedByName: 'Ben', changedOn: '2026-06-03', ...met, endedByName: 'Head', endedOn: '2026-06-01', revision: 3, isOwn: true }]);
    expect((await reopenObjective(self, ben, id, { revision: 3 })).ok).toBe(true);
    expect(await read(self, ben)).toMatchObject([{ outcome: null, outcomeWords: null, endedByName: null, endedOn: null, changedByName: 'Ben', revision: 4 }]);
    const turns = await turnsOf(organisation.id);
    expect(turns).toMatchObject([
      { action: 'objective.add', actorName: 'Head', subjectKind: 'person', subjectId: ben, detail: { objectiveId: id, skillId: lamps, targetLevel: 2, dueOn: '2026-12-31' } },
      { action: 'objective.edit', actorName: 'Ben', detail: { dueOn: '2027-12-31', dueOnBefore: '2026-12-31' } },
      { action: 'objective.end', actorName: 'Head', detail: { outcome: 'met' } },
      { action: 'objective.reopen', actorName: 'Ben', detail: { outcomeBefore: 'met' } },
    ]);
    expect(JSON.stringify(turns)).not.toMatch(/winter|storm/);
  });

  it('that is sent twice is kept once, at the same time too', async () => {
    const { self, ben, lamps } = await scene();
    const ids = await Promise.all(Array.from({ length: 5 }, () => added(self, ben, lamps)));
    expect(new Set(ids).size).toBe(1);
    expect(await read(self, ben)).toHaveLength(1);
  });

  it('is refused in a skill that is in no framework, above its scale, on a day that is past and as the thirty-first, and nothing is stored', async () => {
    const { organisation, self, ben, lamps, knots } = await scene();
    const other = await makeOrganisation(database);
    for (let at = 0; at < 30; at += 1) await added(self, ben, knots, `Knot ${at}`);
    const before = await tenantChecksum(database, organisation.id);
    for (const skillId of [other.skills.lamps, crypto.randomUUID(), '', 'x']) {
      expect(await addObjective(self, ben, skillId, told('x'))).toMatchObject({ problem: { field: 'skillId' } });
    }
    expect(await addObjective(self, ben, lamps, { ...told('x'), targetLevel: 9 })).toMatchObject({ problem: { field: 'targetLevel' } });
    expect(await addObjective(self, ben, lamps, { ...told('x'), dueOn: '2026-05-31' })).toMatchObject({ problem: { field: 'dueOn' } });
    expect(await addObjective(self, ben, lamps, told('One more'))).toMatchObject({ problem: { field: null, message: expect.stringContaining('30') as string } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('is not changed by an older form, nor by one that meets it ended; the same again changes nothing', async () => {
    const { organisation, self, head, ben, lamps } = await scene();
    const id = await added(self, ben, lamps);
    await editObjective(head, ben, id, { ...told('Second'), revision: 1 });
    let before = await tenantChecksum(database, organisation.id);
    const conflict = { problem: { field: null } };
    expect(await editObjective(self, ben, id, { ...told('Late'), revision: 1 })).toMatchObject(conflict);
    expect(await endObjective(self, ben, id, { ...met, revision: 1 })).toMatchObject(conflict);
    expect((await editObjective(self, ben, id, { ...told('Second'), revision: 1 })).ok).toBe(true);
    expect((await reopenObjective(self, ben, id, { revision: 1 })).ok).toBe(true);
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
    await endObjective(head, ben, id, { ...met, revision: 2 });
    before = await tenantChecksum(database, organisation.id);
    expect((await endObjective(self, ben, id, { ...met, revision: 2 })).ok).toBe(true);
    expect(await endObjective(self, ben, id, { outcome: 'dropped', outcomeWords: null, revision: 3 })).toMatchObject(conflict);
    expect(await editObjective(self, ben, id, { ...told('Third'), revision: 3 })).toMatchObject(conflict);
    expect(await reopenObjective(self, ben, id, { revision: 2 })).toMatchObject(conflict);
    expect(await withdrawObjective(self, ben, id)).toMatchObject(conflict);
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('keeps a day that has passed meanwhile, and takes no new one that has', async () => {
    const { self, ben, lamps } = await scene();
    const id = await added(self, ben, lamps);
    const nextYear = { ...self, now: new Date('2027-02-01T09:00:00Z') };
    expect(await editObjective(nextYear, ben, id, { ...told('Late'), dueOn: '2027-01-31', revision: 1 })).toMatchObject({ problem: { field: 'dueOn' } });
    expect((await editObjective(nextYear, ben, id, { ...told('Late'), revision: 1 })).ok).toBe(true);
  });

  it('that was added by mistake is withdrawn by who added it, and seen by nobody from then on', async () => {
    const { organisation, self, head, ben, lamps } = await scene();
    const id = await added(head, ben, lamps);
    await expect(withdrawObjective(self, ben, id)).rejects.toMatchObject({ status: 403 });
    expect((await withdrawObjective(head, ben, id)).ok).toBe(true);
    const withdrawn = await tenantChecksum(database, organisation.id);
    expect((await withdrawObjective(head, ben, id)).ok).toBe(true);
    expect(await editObjective(head, ben, id, { ...told('Again'), revision: 2 })).toMatchObject({ problem: { field: null } });
    expect(await endObjective(head, ben, id, { ...met, revision: 2 })).toMatchObject({ problem: { field: null } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(withdrawn);
    await expect(editObjective(self, ben, id, { ...told('Mine'), revision: 2 })).rejects.toMatchObject({ status: 404 });
    expect([await read(self, ben), await read(head, ben)]).toEqual([[], []]);
    expect((await turnsOf(organisation.id)).map(({ action }) => action)).toEqual(['objective.add', 'objective.withdraw']);
  });

  it('answers 404 where it is not there, in every turn', async () => {
    const { organisation, self, head, ben, lamps } = await scene();
    const other = await makeOrganisation(database);
    const id = await added(self, ben, lamps);
    const foreign = await added(await asBen(other), other.people.ben, other.skills.lamps);
    const before = [await tenantChecksum(database, organisation.id), await tenantChecksum(database, other.id)];
    const turns = [
      (personId: string, objectiveId: string) => editObjective(head, personId, objectiveId, { ...told('Mine'), revision: 1 }),
      (personId: string, objectiveId: string) => endObjective(head, personId, objectiveId, { ...met, revision: 1 }),
      (personId: string, objectiveId: string) => reopenObjective(head, personId, objectiveId, { revision: 1 }),
    ];
    for (const turn of [...turns, (personId: string, objectiveId: string) => withdrawObjective(head, personId, objectiveId)]) {
      await expectSame404({ other: foreign, own: crypto.randomUUID() }, (objectiveId) => turn(ben, objectiveId));
      await expectSame404({ other: other.people.ben, own: organisation.people.ada }, (personId) => turn(personId, id));
    }
    await expectSame404({ other: other.people.ben, own: ben }, (personId) => addObjective(head, personId, lamps, told('x')));
    expect([await tenantChecksum(database, organisation.id), await tenantChecksum(database, other.id)]).toEqual(before);
  });

  it('is not written where it cannot be recorded', async () => {
    const { organisation, self, ben, lamps, knots } = await scene();
    const id = await added(self, ben, lamps);
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => added(self, ben, knots));
    await expectFailureWithoutAudit(database, () => editObjective(self, ben, id, { ...told('New'), revision: 1 }));
    await expectFailureWithoutAudit(database, () => endObjective(self, ben, id, { ...met, revision: 1 }));
    await expectFailureWithoutAudit(database, () => withdrawObjective(self, ben, id));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});

describe('who reads and writes objectives', () => {
  it('is the person and those who assess them, and nobody else, though they may see the review', async () => {
    const { organisation, ben, lamps, signals, self } = await scene();
    const { people, teams, roles, as } = organisation;
    await added(self, ben, lamps);
    const attempts = {
      'the person': self,
      head: await as('head-of-service'),
      'their manager': await as('team-manager', { teamId: teams.lights }),
      moderator: await as('moderator', { roleId: roles.keeper }),
      'another team’s manager': await as('team-manager', { teamId: teams.boats }),
      'another member': await as('team-member', { personId: people.ada }),
      administrator: await as('administrator'),
      analyst: await as('analyst'),
      'a key that reads': await as('api-read'),
      'a key that writes': await as('api-write'),
    };
    const may: Record<string, string> = {};
    for (const [name, context] of Object.entries(attempts)) {
      const reads = await read(context, ben).then((found) => (found === null ? 'the review without them' : 'reads'), () => false);
      const writes = await added(context, ben, signals, `By ${name}`).then(() => 'writes', () => false);
      may[name] = [reads, writes].filter(Boolean).join(' and ') || 'nothing';
    }
    expect(may).toEqual({
      'the person': 'reads and writes', head: 'reads and writes', 'their manager': 'reads and writes',
      moderator: 'the review without them', 'another team’s manager': 'nothing', 'another member': 'nothing',
      administrator: 'nothing', analyst: 'nothing', 'a key that reads': 'the review without them', 'a key that writes': 'the review without them',
    });
  });
});

describe('what is typed as an objective', () => {
  const fields = (typed: object) => [...new Set(objectiveInput.safeParse({ words: 'x', targetLevel: '2', dueOn: '2026-12-31', ...typed }).error?.issues.map(({ path }) => path[0]))];

  it('has words, a day that there is, and a level or none', () => {
    expect(fields({})).toEqual([]);
    expect(objectiveInput.parse({ words: ' x ', targetLevel: '', dueOn: '2026-12-31' })).toEqual({ words: 'x', targetLevel: null, dueOn: '2026-12-31' });
    for (const words of ['', '  ', 'x'.repeat(2001), 'a\u0000b', 'a\u202eb', undefined]) expect(fields({ words })).toEqual(['words']);
    for (const targetLevel of ['0', '10', '1.5', 'x']) expect(fields({ targetLevel })).toEqual(['targetLevel']);
    for (const dueOn of ['', '2026-02-30', 'tomorrow', undefined]) expect(fields({ dueOn })).toEqual(['dueOn']);
  });

  it('ends in one of four ways', () => {
    expect(objectiveEnd.parse({ outcome: 'met', outcomeWords: ' ' })).toEqual({ outcome: 'met', outcomeWords: null });
    expect(objectiveEnd.safeParse({ outcome: 'won' }).success).toBe(false);
    expect(objectiveEnd.safeParse({ outcome: 'met', outcomeWords: 'x'.repeat(2001) }).success).toBe(false);
  });
});
