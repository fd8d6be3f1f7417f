import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { firstKeptDay } from '#app/domain/privacy/first-kept-day.ts';
import { type RetentionClassName, retentionClassNames } from '#app/domain/privacy/retention-class.ts';
import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { auditEvent, organisation, person, retentionRule } from '#db/schema/index.ts';
import { dueRecords } from './due-records.ts';

export interface Retention {
  /** The one that a form is filled in on. */
  revision: number;
  classes: { name: RetentionClassName; keepDays: number; dueNow: number }[];
  /** Who has left and is still recorded, those who are erased first at the top. */
  leavers: { id: string; name: string; leftOn: string; erasedOn: string }[];
  /** Null before the first. */
  lastRun: { at: string; counts: Record<string, unknown> } | null;
}

/** How long the organisation keeps what, and what the next run would erase. Throws 403 for whoever may not manage the settings. */
export async function readRetention(context: Context): Promise<Retention> {
  authorise(context, 'manage-settings');
  authorise(context, 'read-people');
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  return context.db.transaction(async (tx) => {
    const [settings] = await tx.select({ revision: organisation.settingsRevision }).from(organisation).where(eq(organisation.id, organisationId));
    const rules = await tx.select().from(retentionRule).where(eq(retentionRule.organisationId, organisationId));
    const periods = retentionPeriods(rules);
    const classes: Retention['classes'] = [];
    for (const name of retentionClassNames) {
      const due = dueRecords[name](organisationId, firstKeptDay(today, periods[name]));
      const { rows } = await tx.execute<{ due: number }>(sql`select count(*)::int as due from ${due}`);
      classes.push({ name, keepDays: periods[name], dueNow: rows[0]!.due });
    }
    const left = await tx
      .select({ id: person.id, name: person.name, leavesOn: person.leavesOn })
      .from(person)
      .where(and(eq(person.organisationId, organisationId), lt(person.leavesOn, today)))
      .orderBy(asc(person.leavesOn), asc(person.name), asc(person.id));
    const [run] = await tx
      .select({ at: auditEvent.at, detail: auditEvent.detail })
      .from(auditEvent)
      .where(and(eq(auditEvent.organisationId, organisationId), eq(auditEvent.action, 'retention.run')))
      .orderBy(desc(auditEvent.position))
      .limit(1);
    return {
      revision: settings!.revision,
      classes,
      leavers: left.map(({ id, name, leavesOn }) => ({ id, name, leftOn: leavesOn!, erasedOn: addDays(leavesOn!, periods.leavers + 1) })),
      lastRun: run ? { at: run.at.toISOString(), counts: run.detail } : null,
    };
  });
}
