import { runtime } from '#app/platform/runtime.server.ts';
import { organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { eraseDueRecords } from './erase-due-records.server.ts';
import { eraseSpentSecrets } from './erase-spent-secrets.server.ts';

/**
 * Erases everywhere what has been kept for long enough. What fails in one organisation does not keep the
 * others from theirs; it is thrown at the end. Told to stop, it ends after the organisation at hand.
 */
export async function runRetention(stopping?: AbortSignal): Promise<void> {
  const { pool, now } = runtime();
  const organisations = await globalTransaction(
    pool,
    (tx) => tx.select({ id: organisation.id }).from(organisation).orderBy(organisation.id),
    { job: 'retention' },
  );
  const failures: unknown[] = [];
  const attempt = (work: Promise<unknown>) => work.catch((error: unknown) => failures.push(error));
  await attempt(eraseSpentSecrets());
  for (const { id } of organisations) {
    if (stopping?.aborted) break;
    await attempt(eraseDueRecords(tenantDatabase(pool, id), now()));
  }
  if (failures.length > 0) throw new AggregateError(failures, `Retention failed in ${failures.length} of ${organisations.length + 1} places.`);
}
