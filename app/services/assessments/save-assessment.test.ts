import { describe, expect, it } from 'vitest';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { assessment, auditEvent } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit, expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import type { AssessmentEntry } from './assessment-input.ts';
import { readHistory } from './read-history.server.ts';
import { saveAssessment } from './save-assessment.server.ts';

const database = useTestDatabase();

const entry = (skillId: string, change: Partial<AssessmentEntry> = {}): AssessmentEntry => ({
  skillId,
  source: 'agreed',
  level: 2,
  note: null,
  ...change,
});
const head = (organisation: TestOrganisation) => organisation.as('head-of-service', { teamId: organisation.teams.service });
const people = (count: number) =>
  Object.fromEntries([...Array(count).keys()].map((n) => [`p${n}`, { team: 'lights', roleLevel: 'juniorKeeper' } as const]));
const noDrift = { currentAssessments: 0, teamSkillSummaries: 0 };

describe('saving an assessment', () => {
  it('adds each answer to the history, with who said it, and records it without notes or levels', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const { lamps, signals } = organisation.skills;
    const entries = [entry(lamps, { note: 'Kept it lit all winter' }), entry(signals, { source: 'manager', level: 3 })];
    expect(await saveAssessment(context, ben, { entries })).toEqual({ ok: true, value: { saved: 2 } });
    const rows = await context.db.transaction((tx) => tx.select().from(assessment));
    expect(rows).toMatchObject([
      { skillId: lamps, source: 3, level: 2, note: 'Kept it lit all winter', assessedOn: '2026-06-01', assessorUserId: context.viewer.userId, assessorName: context.viewer.name, frameworkVersionId: organisation.versionId, cycleId: null },
      { skillId: signals, source: 2, level: 3, note: null },
    ]);
    const audit = await readAudit(database, organisation.id);
    expect(audit).toMatchObject([{ action: 'assessment.save', subjectId: ben, detail: { entries: [{ skillId: lamps, source: 'agreed' }, { skillId: signals, source: 'manager' }] } }]);
    expect(JSON.stringify(audit)).not.toContain('winter');
  });

  it('stores all answers or none, the audit row included', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const before = await tenantChecksum(database, organisation.id);
    const good = entry(organisation.skills.lamps);
    await saveAssessment(context, ben, { entries: [good, entry(organisation.skills.signals, { level: 5 })] });
    await expectFailureWithoutAudit(database, () => saveAssessment(context, ben, { entries: [good] }));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('never changes or deletes what is stored: the application may not', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    await saveAssessment(context, organisation.people.ben, { entries: [entry(organisation.skills.lamps)] });
    const denied = { cause: { code: '42501' } };
    const inTenant = context.db.transaction.bind(context.db);
    await expect(inTenant((tx) => tx.update(assessment).set({ level: 4 }))).rejects.toMatchObject(denied);
    await expect(inTenant((tx) => tx.delete(assessment))).rejects.toMatchObject(denied);
    await expect(inTenant((tx) => tx.update(auditEvent).set({ actorName: 'Nobody' }))).rejects.toMatchObject(denied);
    await expect(inTenant((tx) => tx.delete(auditEvent))).rejects.toMatchObject(denied);
    await expect(inTenant((tx) => tx.execute('truncate assessment, audit_event'))).rejects.toMatchObject(denied);
    expect(await inTenant((tx) => tx.select().from(assessment))).toHaveLength(1);
  });

  it('stores a form that is sent twice at once, and once more later, one time', async () => {
    const organisation = await makeOrganisation(database, { people: people(20) });
    const context = await head(organisation);
    const input = { entries: [entry(organisation.skills.lamps, { revision: 0 }), entry(organisation.skills.signals, { revision: 0 })] };
    const ids = [...Array(20).keys()].map((n) => organisation.people[`p${n}`]!);
    const pairs = await Promise.all(ids.map((id) => Promise.all([saveAssessment(context, id, input), saveAssessment(context, id, input)])));
    for (const pair of pairs) expect(pair.map((outcome) => outcome.ok && outcome.value.saved).sort()).toEqual([0, 2]);
    expect(await saveAssessment(context, ids[0]!, input)).toEqual({ ok: true, value: { saved: 0 } });
    expect(await context.db.transaction((tx) => tx.select().from(assessment))).toHaveLength(40);
  });

  it('stores a form of an earlier date that is sent twice one time, although something newer stands', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    await saveAssessment(context, ben, { entries: [entry(organisation.skills.lamps)] });
    const late = { assessedOn: '2026-03-01', entries: [entry(organisation.skills.lamps, { level: 1 })] };
    await saveAssessment(context, ben, late);
    expect(await saveAssessment(context, ben, late)).toEqual({ ok: true, value: { saved: 0 } });
    const { cells } = await readPersonCapability(context, ben);
    expect(cells.find((cell) => cell.skillId === organisation.skills.lamps)).toMatchObject({ agreedLevel: 2, agreedOn: '2026-06-01' });
  });

  it('lets one of two writers at once win and tells the other which skill, in every one of 20 pairs', async () => {
    const organisation = await makeOrganisation(database, { people: people(20) });
    const [one, two] = [await head(organisation), await head(organisation)];
    const { lamps } = organisation.skills;
    const pairs = await Promise.all(
      [...Array(20).keys()].map((n) => {
        const id = organisation.people[`p${n}`]!;
        return Promise.all([
          saveAssessment(one, id, { entries: [entry(lamps, { level: 1, revision: 0 })] }),
          saveAssessment(two, id, { entries: [entry(lamps, { level: 3, revision: 0 })] }),
        ]);
      }),
    );
    for (const pair of pairs) {
      expect(pair.filter((outcome) => outcome.ok)).toEqual([{ ok: true, value: { saved: 1 } }]);
      expect(pair.filter((outcome) => !outcome.ok)).toMatchObject([{ problem: { field: null }, staleSkillIds: [lamps] }]);
    }
    expect(await one.db.transaction((tx) => tx.select().from(assessment))).toHaveLength(20);
    expect(await rebuildCurrent(one.db, '2026-06-01')).toEqual(noDrift);
  });

  it('refuses a stale form whole, and takes it on the newest revision', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const { lamps, signals } = organisation.skills;
    await saveAssessment(context, ben, { entries: [entry(lamps)] });
    const before = await tenantChecksum(database, organisation.id);
    const entries = [entry(lamps, { level: 3, revision: 0 }), entry(signals, { revision: 0 })];
    expect(await saveAssessment(context, ben, { entries })).toMatchObject({ ok: false, staleSkillIds: [lamps] });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
    const [stored] = await context.db.transaction((tx) => tx.select().from(assessment));
    const anew = entries.map((item) => ({ ...item, revision: stored!.sequence }));
    expect(await saveAssessment(context, ben, { entries: anew })).toEqual({ ok: true, value: { saved: 2 } });
  });

  it('takes the later written of two levels of one day, and the later day whatever was written last', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const { lamps } = organisation.skills;
    const current = async () => (await readPersonCapability(context, ben)).cells.find((cell) => cell.skillId === lamps)?.agreedLevel;
    for (const level of [3, 1, 3]) {
      await saveAssessment(context, ben, { assessedOn: '2026-05-01', entries: [entry(lamps, { level })] });
      expect(await current()).toBe(level);
    }
    await saveAssessment(context, ben, { assessedOn: '2026-04-30', entries: [entry(lamps, { level: 0 })] });
    expect(await current()).toBe(3);
    expect((await readHistory(context, ben)).entries.map((item) => item.level)).toEqual([3, 1, 3, 0]);
  });

  it('refuses two answers to one question in one form', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { lamps } = organisation.skills;
    const outcome = await saveAssessment(context, organisation.people.ben, { entries: [entry(lamps), entry(lamps, { level: 3 })] });
    expect(outcome).toMatchObject({ ok: false, problem: { field: lamps } });
    expect(await context.db.transaction((tx) => tx.select().from(assessment))).toEqual([]);
  });

  it('takes not observed as an answer, and it replaces an older level', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const { lamps } = organisation.skills;
    await saveAssessment(context, ben, { entries: [entry(lamps)] });
    await saveAssessment(context, ben, { entries: [entry(lamps, { level: null })] });
    const { cells } = await readPersonCapability(context, ben);
    expect(cells.find((cell) => cell.skillId === lamps)).toMatchObject({ state: 'not-observed', agreedLevel: null, agreedOn: '2026-06-01' });
  });

  it('refuses a level above the scale at its skill, and takes one that the framework leaves undefined once it is confirmed, marked', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ada } = organisation.people;
    const { lamps, charts } = organisation.skills;
    expect(await saveAssessment(context, ada, { entries: [entry(lamps, { level: 5 })] })).toMatchObject({ problem: { field: lamps } });
    expect(await saveAssessment(context, ada, { entries: [entry(charts, { level: 1 })] })).toMatchObject({ ok: false, further: [{ skillId: charts, isUnconfirmed: true }] });
    expect(await saveAssessment(context, ada, { entries: [entry(charts, { level: 1, undefinedConfirmed: true })] })).toMatchObject({ ok: true });
    const { cells } = await readPersonCapability(context, ada);
    expect(cells.find((cell) => cell.skillId === charts)).toMatchObject({ agreedLevel: 1, gap: -3, marks: ['level-undefined'] });
  });

  it('takes an exemption, which goes with no level and ends after today', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const exempt = (until: string) => ({ entries: [entry(organisation.skills.lamps, { level: null, exempt: { until, reason: 'On long leave' } })] });
    expect(await saveAssessment(context, ben, exempt('2026-06-01'))).toMatchObject({ ok: false, problem: { field: organisation.skills.lamps } });
    expect(await saveAssessment(context, ben, exempt('2026-12-31'))).toEqual({ ok: true, value: { saved: 1 } });
    expect(await saveAssessment(context, ben, exempt('2026-12-31'))).toEqual({ ok: true, value: { saved: 0 } });
    const { cells } = await readPersonCapability(context, ben);
    expect(cells.find((cell) => cell.skillId === organisation.skills.lamps)).toMatchObject({ state: 'not-observed', marks: ['exempt'] });
  });

  it('records "no change" as such, with the day of what it confirms, once', async () => {
    const organisation = await makeOrganisation(database);
    const context = await head(organisation);
    const { ben } = organisation.people;
    const { lamps } = organisation.skills;
    const unchanged = { entries: [entry(lamps, { level: null, unchanged: true })] };
    expect(await saveAssessment(context, ben, unchanged)).toMatchObject({ ok: false, problem: { field: lamps } });
    await saveAssessment(context, ben, { assessedOn: '2026-02-01', entries: [entry(lamps, { level: 3 })] });
    const [earlier] = await context.db.transaction((tx) => tx.select().from(assessment));
    expect(await saveAssessment(context, ben, { assessedOn: '2026-01-31', ...unchanged })).toMatchObject({ ok: false });
    const seen = { entries: [{ ...unchanged.entries[0]!, revision: earlier!.sequence }] };
    expect(await saveAssessment(context, ben, seen)).toEqual({ ok: true, value: { saved: 1 } });
    expect(await saveAssessment(context, ben, seen)).toEqual({ ok: true, value: { saved: 0 } });
    const rows = await context.db.transaction((tx) => tx.select().from(assessment));
    expect(rows.map(({ level, unchangedSince }) => [level, unchangedSince])).toEqual([[3, null], [3, '2026-02-01']]);
  });

  it('refuses a date in the future and takes today as the day in the United Kingdom', async () => {
    const organisation = await makeOrganisation(database);
    const entries = [entry(organisation.skills.lamps)];
    const { ben } = organisation.people;
    // Half past midnight in London, and still the day before in UTC.
    const summerNight = await organisation.as('head-of-service', { now: new Date('2026-06-30T23:30:00Z') });
    expect(await saveAssessment(summerNight, ben, { assessedOn: '2026-07-02', entries })).toMatchObject({ problem: { field: 'assessedOn' } });
    expect(await saveAssessment(summerNight, ben, { assessedOn: '2026-07-01', entries })).toMatchObject({ ok: true });
  });

  it('refuses a skill that is not of an adopted framework, whoever else has it', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const context = await head(organisation);
    for (const skillId of [other.skills.lamps, crypto.randomUUID()]) {
      expect(await saveAssessment(context, organisation.people.ben, { entries: [entry(skillId)] })).toEqual({
        ok: false,
        problem: { field: skillId, message: 'This skill is not in a framework that your organisation has adopted' },
        staleSkillIds: [],
      });
    }
  });
});
