import { and, asc, eq, inArray, lt, or } from 'drizzle-orm';
import { addDays } from '#app/domain/assessment/add-days.ts';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkRelease, organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { forgetRelease } from './forget-release.server.ts';
import { readUpload } from './read-upload.server.ts';

/** Days for which a release waits to be decided. */
const keptDays = 90;

/**
 * Reads the uploads of all organisations that nobody reads, and discards releases that nobody has published for 90
 * days, one after the other. What fails does not keep the others; it is thrown at the end. Told to stop, it begins
 * no further one.
 */
export async function tendReleases({ pool, now }: Pick<Runtime, 'pool' | 'now'>, stopping?: AbortSignal): Promise<void> {
  const forgotten = new Date(`${addDays(todayOf({ now: now() }), -keptDays)}T00:00:00Z`);
  // The policy of this job shows it which organisations there are, and nothing else of them.
  const organisations = await globalTransaction(pool, (tx) => tx.select({ id: organisation.id }).from(organisation).orderBy(organisation.id), {
    job: 'retention',
  });
  const failures: unknown[] = [];
  for (const { id: organisationId } of organisations) {
    const db = tenantDatabase(pool, organisationId);
    const due = await db.transaction((tx) =>
      tx
        .select({ id: frameworkRelease.id, state: frameworkRelease.state })
        .from(frameworkRelease)
        .where(
          and(
            eq(frameworkRelease.organisationId, organisationId),
            or(
              eq(frameworkRelease.state, 'reading'),
              and(inArray(frameworkRelease.state, ['open', 'refused']), lt(frameworkRelease.createdAt, forgotten)),
            ),
          ),
        )
        .orderBy(asc(frameworkRelease.createdAt)),
    );
    for (const { id, state } of due) {
      if (stopping?.aborted) return;
      const work: Promise<unknown> = state === 'reading' ? readUpload(db, id) : forgetRelease(db, id, now());
      await work.catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} releases could not be tended.`);
}
