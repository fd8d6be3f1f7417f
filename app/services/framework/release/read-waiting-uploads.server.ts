import { and, asc, eq } from 'drizzle-orm';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { frameworkRelease, organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { readUpload } from './read-upload.server.ts';

/**
 * Reads the uploads of all organisations that wait for it, one after the other. What fails in one organisation
 * does not keep the others from theirs; it is thrown at the end. Told to stop, it begins no further one.
 */
export async function readWaitingUploads({ pool }: Pick<Runtime, 'pool'>, stopping?: AbortSignal): Promise<void> {
  // The policy of this job shows it which organisations there are, and nothing of them.
  const organisations = await globalTransaction(pool, (tx) => tx.select({ id: organisation.id }).from(organisation).orderBy(organisation.id), {
    job: 'retention',
  });
  const failures: unknown[] = [];
  for (const { id: organisationId } of organisations) {
    const db = tenantDatabase(pool, organisationId);
    const waiting = await db.transaction((tx) =>
      tx
        .select({ id: frameworkRelease.id })
        .from(frameworkRelease)
        .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.state, 'reading')))
        .orderBy(asc(frameworkRelease.createdAt)),
    );
    for (const { id } of waiting) {
      if (stopping?.aborted) return;
      await readUpload(db, id).catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} uploads could not be read.`);
}
