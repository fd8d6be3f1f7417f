import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '#app/platform/audit/verify-audit-chain.server.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { currentAssessment, cycle, cycleParticipant, person } from '#db/schema/index.ts';
import { apply, audited, longFile, planOf, type Rows, stored, wideFile } from '#tests/helpers/assessment-import.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { applyAssessmentImport } from './apply-assessment-import.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const today = '2026-06-01';
const noDrift = { currentAssessments: 0, teamSkillSummaries: 0 };

async function openRound({ id: organisationId, people }: TestOrganisation, { db }: Context, isRevealed: boolean) {
  const cycleId = randomUUID();
  await db.transaction(async (tx) => {
    await tx.insert(cycle).values({ organisationId, id: cycleId, name: 'Spring round', state: 'open', opensOn: '2026-04-15', closesOn: '2026-06-30' });
    await tx.insert(cycleParticipant).values({ organisationId, cycleId, personId: people.ben, revealedAt: isRevealed ? new Date('2026-05-20T09:00:00Z') : null });
  });
  return cycleId;
}

const wholeRows: Rows = [['ada', '3', '2', ''], ['ben', '1', 'n/o', ''], ['cyd', '', '', '4']];

describe('bringing in a spreadsheet of assessments', () => {
  it('adds what the dry run tells, and the dry run adds nothing', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service', { userId: organisation.users.head, name: 'Hal Head' });
    const file = wideFile(organisation, wholeRows, { source: 'agreed' });
    const plan = await planOf(head, file);
    expect(plan.summary).toEqual({ rows: 3, counts: { add: 5, change: 0, same: 0, 'left-out': 0, refused: 0 } });
    expect(plan.fates.map(({ fate }) => fate)).toEqual(['add', 'add', 'add']);
    expect(await stored(head)).toEqual([]);
    const importId = randomUUID();
    expect(await apply(head, file, importId)).toEqual(plan.summary);
    const { people, skills, versionId } = organisation;
    const common = { source: 3, assessedOn: '2026-05-01', frameworkVersionId: versionId, importId, assessorUserId: organisation.users.head, assessorName: 'Hal Head', cycleId: null, undefinedConfirmed: false, recordedAt: head.now };
    expect(await stored(head)).toMatchObject([
      { ...common, personId: people.ada, skillId: skills.lamps, level: 3 }, { ...common, personId: people.ada, skillId: skills.signals, level: 2 },
      { ...common, personId: people.ben, skillId: skills.lamps, level: 1 }, { ...common, personId: people.ben, skillId: skills.signals, level: null },
      { ...common, personId: people.cyd, skillId: skills.boats, level: 4 },
    ]);
    expect(await measureDrift(head.db, today)).toEqual(noDrift);
    const [cell] = await head.db.transaction((tx) => tx.select().from(currentAssessment).where(eq(currentAssessment.personId, people.cyd)).orderBy(currentAssessment.agreedOn));
    expect(cell).toMatchObject({ skillId: skills.boats, agreedLevel: 4, agreedOn: '2026-05-01' });
  });

  it('records in the audit of each person what saving would have, in a chain that stands', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const importId = randomUUID();
    const [one, other] = [['ada', 'Signalling', 'self', '2', '1/5/2026'], ['ada', 'Signalling', 'agreed', '3', '2/5/2026']];
    await apply(head, longFile(organisation, [one, other, ['ben', 'Lamp keeping', 'manager', '1', '1/5/2026']] as Rows), importId);
    const { people, skills } = organisation;
    expect((await audited(head)).map(({ action, subjectKind, subjectId, detail }) => ({ action, subjectKind, subjectId, detail }))).toEqual([
      { action: 'assessment.save', subjectKind: 'person', subjectId: people.ada, detail: { assessedOn: '2026-05-01', entries: [{ skillId: skills.signals, source: 'self' }], importId } },
      { action: 'assessment.save', subjectKind: 'person', subjectId: people.ada, detail: { assessedOn: '2026-05-02', entries: [{ skillId: skills.signals, source: 'agreed' }], importId } },
      { action: 'assessment.save', subjectKind: 'person', subjectId: people.ben, detail: { assessedOn: '2026-05-01', entries: [{ skillId: skills.lamps, source: 'manager' }], importId } },
    ]);
    expect(await verifyAuditChain(head.db)).toMatchObject({ checked: 3, fault: null });
  });

  it('changes nothing the second time, whoever brings it in, nor takes back what was corrected meanwhile', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const file = wideFile(organisation, wholeRows);
    await apply(head, file);
    const entries = [{ skillId: organisation.skills.lamps, source: 'manager' as const, level: 4, note: null }];
    expect(await saveAssessment(head, organisation.people.ada, { assessedOn: '2026-05-01', entries })).toMatchObject({ ok: true });
    const before = [await stored(head), await audited(head)];
    const other = await organisation.as('head-of-service', { name: 'Another head' });
    expect(await apply(other, file)).toEqual({ rows: 3, counts: { add: 0, change: 0, same: 5, 'left-out': 0, refused: 0 } });
    expect([await stored(head), await audited(head)]).toEqual(before);
  });

  it('stores nothing where one row is refused, or a warning is not accepted', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const refused = wideFile(organisation, [...wholeRows, ['dan', '2.5', '1', '']]);
    expect((await apply(head, refused)).counts).toMatchObject({ add: 6, refused: 1 });
    const early = wideFile(organisation, [['ada', '3', '', '']], { assessedOn: '2024-12-31' });
    const { warnings } = await planOf(head, early);
    expect((await apply(head, early)).counts).toMatchObject({ add: 1, refused: 1 });
    expect([await stored(head), await audited(head)]).toEqual([[], []]);
    const accepted = { ...early, mapping: { ...early.mapping, accepted: warnings!.map(({ key }) => key) } };
    expect((await apply(head, accepted)).counts).toMatchObject({ add: 1, refused: 0 });
    expect(await stored(head)).toHaveLength(1);
  });

  it('goes back whole where the transaction fails at its end', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const failing = head.db.transaction(async (tx) => {
      await applyAssessmentImport(tx, head, { ...wideFile(organisation, wholeRows), importId: randomUUID() }, () => undefined);
      throw new Error('The power went.');
    });
    await expect(failing).rejects.toThrow('The power went.');
    expect([await stored(head), await audited(head), await measureDrift(head.db, today)]).toEqual([[], [], noDrift]);
  });

  it('judges anew when it is brought in: what changed since the dry run counts', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const file = wideFile(organisation, wholeRows);
    expect((await planOf(head, file)).summary.counts.refused).toBe(0);
    await head.db.transaction((tx) => tx.update(person).set({ leavesOn: '2026-03-31' }).where(eq(person.id, organisation.people.cyd)));
    expect((await apply(head, file)).counts).toMatchObject({ refused: 1 });
    expect(await stored(head)).toEqual([]);
  });

  it('crosses the bounds of one statement, and tells how far it is', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const skills = ['Lamp keeping', 'Signalling', 'Boat handling', 'Knot tying'];
    const days = Array.from({ length: 110 }, (_, at) => `${(at % 28) + 1}/${Math.floor(at / 28) + 1}/2026`);
    const rows = ['ada', 'ben', 'cyd', 'dan'].flatMap((who) => skills.flatMap((skill) => (['self', 'manager', 'agreed'] as const).flatMap((source) => days.map((day, at) => [who, skill, source, String(at % 5), day]))));
    const steps: [number, number][] = [];
    const summary = await head.db.transaction((tx) => applyAssessmentImport(tx, head, { ...longFile(organisation, rows), importId: randomUUID() }, (...step) => steps.push(step)));
    expect(summary.counts).toEqual({ add: 5_280, change: 0, same: 0, 'left-out': 0, refused: 0 });
    expect(steps).toEqual([[1, 5], [2, 5], [3, 5], [4, 5], [5, 5]]);
    expect(await stored(head)).toHaveLength(5_280);
    expect([await measureDrift(head.db, today), await verifyAuditChain(head.db)]).toMatchObject([noDrift, { checked: 440, fault: null }]);
  });
});

describe('people in a round', () => {
  it('are refused as every source before both sides have answered, with the name of the round', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    await openRound(organisation, head, false);
    for (const source of ['self', 'manager', 'agreed'] as const) {
      const file = wideFile(organisation, [['ada', '3', '', ''], ['ben', '1', '', '']], { source });
      expect((await planOf(head, file)).fates[1]?.problems, source).toMatchObject([{ row: 3, column: 'A', message: expect.stringContaining('takes part in Spring round') }]);
      expect((await apply(head, file)).counts, source).toMatchObject({ refused: 1 });
    }
    expect(await stored(head)).toEqual([]);
  });

  it('are agreed in it, once both are shown, by what is brought in for its days', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service', { name: 'Hal Head' });
    const cycleId = await openRound(organisation, head, true);
    const participant = async () => (await head.db.transaction((tx) => tx.select().from(cycleParticipant)))[0];
    await apply(head, wideFile(organisation, [['ben', '1', '2', '']], { source: 'agreed', assessedOn: '2026-04-01' }));
    expect([(await stored(head)).map((row) => row.cycleId), (await participant())?.agreedAt]).toEqual([[null, null], null]);
    await apply(head, wideFile(organisation, [['ben', '1', '2', '']], { source: 'agreed' }));
    expect((await stored(head)).map((row) => row.cycleId)).toEqual([null, null, cycleId, cycleId]);
    expect(await participant()).toMatchObject({ agreedAt: head.now, agreedName: 'Hal Head' });
  });
});

describe('at the same time', () => {
  it('a file that is brought in twice is stored once', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const file = wideFile(organisation, wholeRows);
    const counts = (await Promise.all([apply(head, file), apply(head, file), apply(head, file)])).map((summary) => summary.counts.add);
    expect(counts.toSorted()).toEqual([0, 0, 5]);
    expect(await stored(head)).toHaveLength(5);
  });

  it('saves on pages and an import lose nothing and leave no drift', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service');
    const names = ['ada', 'ben', 'cyd', 'dan'] as const;
    const saves = Array.from({ length: 24 }, (_, at) => {
      const entries = [{ skillId: organisation.skills[at % 2 === 0 ? 'lamps' : 'knots'], source: 'agreed' as const, level: at % 5, note: `Save ${at}` }];
      return saveAssessment(head, organisation.people[names[at % 4]!], { entries });
    });
    const imports = [1, 2, 3].map((day) => apply(head, wideFile(organisation, names.map((who) => [who, '3', '2', '1']), { source: 'agreed', assessedOn: `2026-05-0${day}` })));
    const outcomes = await Promise.all(saves);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect((await Promise.all(imports)).map(({ counts }) => counts.add)).toEqual([12, 12, 12]);
    expect(await stored(head)).toHaveLength(24 + 36);
    expect([await measureDrift(head.db, today), await verifyAuditChain(head.db)]).toMatchObject([noDrift, { fault: null }]);
  });
});
