import { and, asc, eq, inArray, lt, or } from 'drizzle-orm';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { organisation, spreadsheetImport } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { bringIn } from './bring-in.server.ts';
import { forgetImport } from './forget-import.server.ts';
import { readUploadedImport } from './read-uploaded-import.server.ts';

/** For so long the rows of an import wait to be brought in. */
const keptMs = 24 * 3_600_000;

/**
 * Reads and brings in the imports of all organisations that nobody is at, and forgets the rows of those that nobody brought in for
 * a day, one after the other. What fails does not keep the others; it is thrown at the end. Told to stop, it begins no further one.
 */
export async function tendImports({ pool, now }: Pick<Runtime, 'pool' | 'now'>, stopping?: AbortSignal): Promise<void> {
  const forgotten = new Date(now().getTime() - keptMs);
  // The policy of this job shows it which organisations there are, and nothing else of them.
  const organisations = await globalTransaction(pool, (tx) => tx.select({ id: organisation.id }).from(organisation).orderBy(organisation.id), { job: 'retention' });
  const failures: unknown[] = [];
  for (const { id: organisationId } of organisations) {
    const db = tenantDatabase(pool, organisationId);
    const due = await db.transaction((tx) =>
      tx
        .select({ id: spreadsheetImport.id, state: spreadsheetImport.state })
        .from(spreadsheetImport)
        .where(
          and(
            eq(spreadsheetImport.organisationId, organisationId),
            or(inArray(spreadsheetImport.state, ['reading', 'applying']), and(inArray(spreadsheetImport.state, ['open', 'refused']), lt(spreadsheetImport.createdAt, forgotten))),
          ),
        )
        .orderBy(asc(spreadsheetImport.createdAt)),
    );
    for (const { id, state } of due) {
      if (stopping?.aborted) return;
      const work: Promise<unknown> = state === 'reading' ? readUploadedImport(db, id) : state === 'applying' ? bringIn(db, id) : forgetImport(db, id, now());
      await work.catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} imports could not be tended.`);
}
