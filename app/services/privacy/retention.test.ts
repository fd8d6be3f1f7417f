import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { auditText } from '#app/domain/access/audit-text.ts';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { type RetentionClassName, retentionClasses, retentionClassNames } from '#app/domain/privacy/retention-class.ts';
import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { eraseDueRecords } from './erase-due-records.server.ts';
import { readRetention } from './read-retention.server.ts';
import { retentionJob } from './retention-job.server.ts';
import { saveRetention } from './save-retention.server.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
/** The day from which each class counts in these tests. */
const since = '2026-06-01';
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** An organisation in which one thing of each class happened on the day. */
async function oneOfEach(): Promise<TestOrganisation> {
  const organisation = await makeOrganisation(database, { people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: since } } });
  const { id, people, skills } = organisation;
  const head = await organisation.as('head-of-service', { now: noon(since) });
  const answer = (level: number) => ({ entries: [{ skillId: skills.boats, source: 'agreed' as const, level, note: null }] });
  await saveAssessment(head, people.dan, answer(1));
  await saveAssessment(head, people.dan, answer(2));
  await saveAssessment(head, people.eve!, answer(2));
  await database.ownerPool.query(
    `insert into mail (organisation_id, id, kind, to_address, to_name, subject, body, state, created_at, next_attempt_at)
     select $1, gen_random_uuid(), 'invitation', 'else@example.org', 'Else', 'Hello', 'Hello', state, $2, $2 from unnest(array['sent', 'waiting']) state`,
    [id, noon(since)],
  );
  await database.ownerPool.query(
    `insert into invitation (organisation_id, id, email, name, token_hash, created_at, expires_at, accepted_at)
     values ($1, $2, 'else@example.org', 'Else', $3, $4, $5, $4), ($1, $6, 'open@example.org', 'Open', $7, $4, '2099-01-01', null)`,
    [id, randomUUID(), randomUUID(), noon(since), noon('2026-06-08'), randomUUID(), randomUUID()],
  );
  return organisation;
}

const countOf = async (table: string, id: string) =>
  Number((await database.ownerPool.query<{ count: string }>(`select count(*) from ${table} where organisation_id = $1`, [id])).rows[0]!.count);

const tableOf: Record<RetentionClassName, string> = {
  leavers: 'person',
  'superseded-assessments': 'assessment',
  audit: 'audit_event',
  mails: 'mail',
  'ended-invitations': 'invitation',
};

/** Whether the rows that are left form a chain of hashes from where the trimmed part ended to the newest. */
async function isWhole(id: string): Promise<boolean> {
  const { rows: heads } = await database.ownerPool.query<{ hash: string; trimmed_hash: string; trimmed_position: string }>('select * from audit_head where organisation_id = $1', [id]);
  const { rows: details } = await database.ownerPool.query<{ id: string; detail: string }>('select id, detail::text as detail from audit_event where organisation_id = $1', [id]);
  let { trimmed_hash: hash } = heads[0]!;
  let position = Number(heads[0]!.trimmed_position);
  for (const row of await readAudit(database, id)) {
    position += 1;
    const detail = details.find((one) => one.id === row.id)!.detail;
    if (row.position !== position || row.previousHash !== hash || row.hash !== hashSecret(auditText(hash, { ...row, at: row.at.toISOString(), detail }))) return false;
    hash = row.hash;
  }
  return hash === heads[0]!.hash;
}

describe('what has been kept for long enough', () => {
  it.each(retentionClassNames)('of the class %s is there on the last day of its time and gone on the day after', async (name) => {
    const organisation = await oneOfEach();
    const { id } = organisation;
    // The others are kept as long as they may be, so that this one is seen alone.
    const shortest = { ...Object.fromEntries(retentionClassNames.map((other) => [other, retentionClasses[other].maximumDays])), [name]: retentionClasses[name].minimumDays };
    const administrator = await organisation.as('administrator', { now: noon(since) });
    expect((await saveRetention(administrator, { periods: shortest as ReturnType<typeof retentionPeriods>, revision: 1 })).ok).toBe(true);
    const last = addDays(since, retentionClasses[name].minimumDays);
    if (name === 'audit') {
      // The year before the newest row is kept: there is a newer one.
      const late = await organisation.as('administrator', { now: noon(addDays(last, 1)) });
      await late.db.transaction((tx) => recordAudit(tx, late, { action: 'test', subjectKind: 'organisation', subjectId: id }));
    }
    const before = await countOf(tableOf[name], id);
    const db = database.tenant(id);
    for (const day of [addDays(last, -1), last]) {
      expect((await eraseDueRecords(db, noon(day)))[name], day).toBe(0);
      // Runs are recorded, and nothing else is added.
      expect((await countOf(tableOf[name], id)) >= before, day).toBe(true);
    }
    const shown = (await readRetention(await organisation.as('administrator', { now: noon(addDays(last, 1)) }))).classes.find((one) => one.name === name)!.dueNow;
    const erased = (await eraseDueRecords(db, noon(addDays(last, 1))))[name];
    expect(erased).toBe(shown);
    expect(erased).toBeGreaterThan(0);
    expect(await eraseDueRecords(db, noon(addDays(last, 1)))).toEqual(Object.fromEntries(retentionClassNames.map((one) => [one, 0])));
    if (name !== 'audit') expect(await countOf(tableOf[name], id)).toBe(before - erased);
    expect(await measureDrift(db, addDays(last, 1))).toEqual(none);
    expect(await isWhole(id)).toBe(true);
  });

  it('leaves the audit whole after trimming, and a changed row would be seen', async () => {
    const organisation = await oneOfEach();
    const { id } = organisation;
    const late = await organisation.as('administrator', { now: noon('2040-01-01') });
    await late.db.transaction((tx) => recordAudit(tx, late, { action: 'test', subjectKind: 'organisation', subjectId: id }));
    expect((await eraseDueRecords(database.tenant(id), noon('2040-01-02'))).audit).toBeGreaterThan(0);
    expect(await isWhole(id)).toBe(true);
    await database.ownerPool.query("update audit_event set actor_name = 'Nobody' where organisation_id = $1 and action = 'test'", [id]);
    expect(await isWhole(id)).toBe(false);
  });

  it('is not trimmed within a year of the newest row, however quiet the organisation has been', async () => {
    const organisation = await makeOrganisation(database);
    const { people, skills } = organisation;
    const head = await organisation.as('head-of-service', { now: noon(since) });
    await saveAssessment(head, people.dan, { entries: [{ skillId: skills.boats, source: 'agreed', level: 1, note: null }] });
    const before = await countOf('audit_event', organisation.id);
    const { audit } = await eraseDueRecords(database.tenant(organisation.id), noon('2040-01-02'));
    expect(audit).toBe(0);
    expect(await countOf('audit_event', organisation.id)).toBeGreaterThan(before);
  });

  it('is erased once by two runs at a time, recorded, and nothing of another organisation with it', async () => {
    const [organisation, other] = [await oneOfEach(), await oneOfEach()];
    const before = await tenantChecksum(database, other.id);
    const db = database.tenant(organisation.id);
    const late = noon('2036-01-01');
    const runs = await Promise.all([eraseDueRecords(db, late), eraseDueRecords(db, late)]);
    expect(runs[0].leavers + runs[1].leavers).toBe(1);
    expect(runs[0].mails + runs[1].mails).toBe(1);
    expect(runs[0]['superseded-assessments'] + runs[1]['superseded-assessments']).toBe(1);
    expect(await measureDrift(db, '2036-01-01')).toEqual(none);
    const audit = await readAudit(database, organisation.id);
    expect(audit.filter(({ action }) => action === 'person.erase')).toMatchObject([{ actorName: 'Retention', actorUserId: null, detail: { reason: 'retention' } }]);
    const classes = audit.filter(({ action }) => action === 'retention.erase').map(({ detail }) => detail.recordClass);
    expect(classes.filter((name) => name !== 'audit')).toEqual(['superseded-assessments', 'mails', 'ended-invitations']);
    expect(audit.some(({ action }) => action === 'retention.run')).toBe(true);
    expect(await tenantChecksum(database, other.id)).toEqual(before);
  });

  it('is erased by the job in every organisation, with what was needed to sign in; one row a day says that it ran', async () => {
    const [organisation, empty] = [await oneOfEach(), await addOrganisation(database)];
    clock.now = noon('2036-02-02');
    const past = (days: number) => noon(addDays('2036-02-02', -days));
    await database.ownerPool.query("insert into password_reset values ('old', $1, $2, $2, null), ('fresh', $1, $3, $4, null)", [organisation.users.head, past(3), past(0), noon('2036-02-03')]);
    await database.ownerPool.query("insert into sign_in_flow values ('old', 'x', '{}', $1), ('fresh', 'x', '{}', $2)", [past(2), past(0)]);
    await database.ownerPool.query("insert into throttle values ('old', 1, (extract(epoch from now()) - 90000) * 1000), ('fresh', 1, (extract(epoch from now()) + 60) * 1000)");
    await retentionJob().run(new AbortController().signal);
    await retentionJob().run(new AbortController().signal);
    expect(await countOf('person', organisation.id)).toBe(4);
    for (const [table, key] of [['password_reset', 'token_hash'], ['sign_in_flow', 'id'], ['throttle', 'key']]) {
      const { rows } = await database.ownerPool.query<{ key: string }>(`select "${key}" as key from ${table} where "${key}" in ('old', 'fresh')`);
      expect(rows, table).toEqual([{ key: 'fresh' }]);
    }
    const runs = (await readAudit(database, empty)).filter(({ action }) => action === 'retention.run');
    expect(runs).toHaveLength(1);
    clock.now = noon('2036-02-03');
    await retentionJob().run(new AbortController().signal);
    expect((await readAudit(database, empty)).filter(({ action }) => action === 'retention.run')).toHaveLength(2);
  });
});

describe('how long the organisation keeps what', () => {
  it('is shown with what the next run erases, changed by administrators within limits, and recorded', async () => {
    const organisation = await oneOfEach();
    const administrator = await organisation.as('administrator', { now: noon('2027-01-01') });
    const shown = await readRetention(administrator);
    expect(shown).toMatchObject({ revision: 1, lastRun: null, leavers: [{ leftOn: since, erasedOn: addDays(since, 731) }] });
    expect(shown.classes.map(({ keepDays }) => keepDays)).toEqual([730, 2190, 2190, 90, 30]);
    expect(shown.classes.map(({ dueNow }) => dueNow)).toEqual([0, 0, 0, 1, 1]);
    const periods = { ...retentionPeriods([]), mails: 365 };
    expect(await saveRetention(administrator, { periods, revision: 1 })).toEqual({ ok: true, value: null });
    expect((await readRetention(administrator)).classes.find(({ name }) => name === 'mails')).toMatchObject({ keepDays: 365, dueNow: 0 });
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'retention.save', detail: { mails: { from: 90, to: 365 } } });
    const before = await tenantChecksum(database, organisation.id);
    expect(await saveRetention(administrator, { periods, revision: 1 })).toMatchObject({ problem: { field: null } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('is nobody else’s to see or to change', async () => {
    const organisation = await makeOrganisation(database);
    for (const context of [await organisation.as('head-of-service'), await organisation.as('team-manager'), await organisation.as('api-write')]) {
      await expect(readRetention(context)).rejects.toMatchObject({ status: 403 });
      await expect(saveRetention(context, { periods: retentionPeriods([]), revision: 1 })).rejects.toMatchObject({ status: 403 });
    }
  });

  it('is never shorter or longer than its limits, whatever a row says', () => {
    const periods = retentionPeriods([{ recordClass: 'audit', keepDays: 1 }, { recordClass: 'mails', keepDays: 36_500 }, { recordClass: 'unknown', keepDays: 1 }]);
    expect(periods).toEqual({ ...retentionPeriods([]), audit: 365, mails: 730 });
  });
});
