import { and, eq, sql } from 'drizzle-orm';
import { type RetentionPeriods, retentionClassNames } from '#app/domain/privacy/retention-class.ts';
import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { organisation, retentionRule } from '#db/schema/index.ts';

/**
 * Changes how long the organisation keeps what; the next run goes by it. Refuses an edit of an older
 * revision of the settings. Throws 403 for whoever may not manage them.
 */
export async function saveRetention(context: Context, { periods, revision }: { periods: RetentionPeriods; revision: number }): Promise<Outcome<null>> {
  authorise(context, 'manage-settings');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const changed = await tx
      .update(organisation)
      .set({ settingsRevision: sql`${organisation.settingsRevision} + 1` })
      .where(and(eq(organisation.id, organisationId), eq(organisation.settingsRevision, revision)));
    if (changed.rowCount === 0) {
      return refused(null, 'Somebody else changed the settings meanwhile. Nothing was saved: look at them and save again.');
    }
    const before = retentionPeriods(await tx.select().from(retentionRule).where(eq(retentionRule.organisationId, organisationId)));
    const different = retentionClassNames.filter((name) => before[name] !== periods[name]);
    for (const recordClass of different) {
      const kept = { keepDays: periods[recordClass], updatedAt: context.now };
      await tx
        .insert(retentionRule)
        .values({ organisationId, recordClass, ...kept })
        .onConflictDoUpdate({ target: [retentionRule.organisationId, retentionRule.recordClass], set: kept });
    }
    const detail = Object.fromEntries(different.map((name) => [name, { from: before[name], to: periods[name] }]));
    await recordAudit(tx, context, { action: 'retention.save', subjectKind: 'organisation', subjectId: organisationId, detail });
    return done(null);
  });
}
