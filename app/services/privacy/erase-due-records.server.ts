import { and, eq, sql } from 'drizzle-orm';
import { firstKeptDay } from '#app/domain/privacy/first-kept-day.ts';
import { type RetentionClassName, retentionClassNames } from '#app/domain/privacy/retention-class.ts';
import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { evidence, objective } from '#db/schema/index.ts';
import type { TenantDatabase, Tx } from '#db/tenant.ts';
import { dueRecords } from './due-records.ts';
import { eraseRecords } from './erase-records.server.ts';
import { findAuditCut } from './find-audit-cut.server.ts';
import { findDayStart } from './find-day-start.server.ts';

/** How much was erased of each class. */
export type RetentionCounts = Record<RetentionClassName, number>;

interface Run {
  db: TenantDatabase;
  now: Date;
  today: string;
  firstKept: Record<RetentionClassName, string>;
}

const asJob = ({ db, now }: Run) => ({ viewer: { userId: null, name: 'Retention', organisationId: db.organisationId }, now });

async function eraseLeavers(run: Run): Promise<number> {
  const { db, today, firstKept } = run;
  const { organisationId } = db;
  const due = sql`select id from ${dueRecords.leavers(organisationId, firstKept.leavers)}`;
  const { rows } = await db.transaction((tx) => tx.execute<{ id: string }>(sql`${due} order by id`));
  let erased = 0;
  for (const { id: personId } of rows) {
    erased += await db.transaction(async (tx) => {
      // Their last day may have been put right since.
      const still = await tx.execute(sql`${due} and id = ${personId} for update`);
      if (still.rowCount === 0) return 0;
      const counts = await eraseRecords(tx, { organisationId, personId, today, removesUser: true });
      if (!counts) return 0;
      const detail = { reason: 'retention', hadLeft: true, ...counts };
      await recordAudit(tx, asJob(run), { action: 'person.erase', subjectKind: 'person', subjectId: personId, detail });
      return 1;
    });
  }
  return erased;
}

async function eraseSuperseded(tx: Tx, { db, firstKept }: Run): Promise<number> {
  const organisationId = db.organisationId;
  const before = firstKept['superseded-assessments'];
  const { rows: people } = await tx.execute<{ id: string }>(
    sql`select distinct person_id as id from ${dueRecords['superseded-assessments'](organisationId, before)}`,
  );
  const { rows } = await tx.execute<{ erased: string }>(sql`select erase_superseded_assessments(${before}::date) as erased`);
  for (const table of [evidence, objective]) {
    await tx.delete(table).where(and(eq(table.organisationId, organisationId), sql`${table.withdrawnAt} < ${findDayStart(before)}`));
  }
  // The levels stay, but the newest line of a person and skill may have been among those erased.
  await refreshCurrentAssessments(tx, organisationId, people.map(({ id }) => id));
  return Number(rows[0]?.erased ?? 0);
}

async function trimAudit(tx: Tx, { db, firstKept }: Run): Promise<number> {
  const { rows } = await tx.execute<{ erased: string | null }>(
    sql`select trim_audit(cut) as erased from (select ${findAuditCut(db.organisationId, firstKept.audit)} as cut) c where cut is not null`,
  );
  return Number(rows[0]?.erased ?? 0);
}

const deleteDue = (name: 'mails' | 'ended-invitations') => async (tx: Tx, { db, firstKept }: Run) =>
  (await tx.execute(sql`delete from ${dueRecords[name](db.organisationId, firstKept[name])}`)).rowCount ?? 0;

/** One class in one transaction, with its row in the audit where something was erased. */
async function eraseClass(run: Run, recordClass: RetentionClassName, erase: (tx: Tx, run: Run) => Promise<number>): Promise<number> {
  return run.db.transaction(async (tx) => {
    const erased = await erase(tx, run);
    if (erased > 0) {
      const detail = { recordClass, erased, firstKeptDay: run.firstKept[recordClass] };
      await recordAudit(tx, asJob(run), { action: 'retention.erase', subjectKind: 'organisation', subjectId: run.db.organisationId, detail });
    }
    return erased;
  });
}

/**
 * Erases what an organisation has kept for long enough, each class, and each person who has left, in a
 * transaction of its own: what fails leaves the rest done, and the next run does what is left. Answers how
 * much it erased, and records it: always on the first run of a day, later only where there was something.
 */
export async function eraseDueRecords(db: TenantDatabase, now: Date): Promise<RetentionCounts> {
  const today = todayOf({ now });
  const { rows: rules } = await db.transaction((tx) =>
    tx.execute<{ recordClass: string; keepDays: number }>(sql`
      select record_class as "recordClass", keep_days as "keepDays" from retention_rule where organisation_id = ${db.organisationId}`),
  );
  const periods = retentionPeriods(rules);
  const firstKept = Object.fromEntries(retentionClassNames.map((name) => [name, firstKeptDay(today, periods[name])]));
  const run: Run = { db, now, today, firstKept: firstKept as Run['firstKept'] };
  const counts: RetentionCounts = {
    leavers: await eraseLeavers(run),
    'superseded-assessments': await eraseClass(run, 'superseded-assessments', eraseSuperseded),
    audit: await eraseClass(run, 'audit', trimAudit),
    mails: await eraseClass(run, 'mails', deleteDue('mails')),
    'ended-invitations': await eraseClass(run, 'ended-invitations', deleteDue('ended-invitations')),
  };
  await recordRun(run, counts);
  return counts;
}

async function recordRun(run: Run, counts: RetentionCounts): Promise<void> {
  const { organisationId } = run.db;
  await run.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/retention-run`}, 0))`);
    const already = await tx.execute(sql`
      select 1 from audit_event where organisation_id = ${organisationId} and action = 'retention.run'
        and (at at time zone 'Europe/London')::date = ${run.today}::date limit 1`);
    if (already.rowCount !== 0 && Object.values(counts).every((count) => count === 0)) return;
    await recordAudit(tx, asJob(run), { action: 'retention.run', subjectKind: 'organisation', subjectId: organisationId, detail: counts });
  });
}
