import { and, eq, inArray } from 'drizzle-orm';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Notes how far an import is, and with it that somebody is at it. In a transaction of its own, so that it is seen while the work goes on. */
export async function noteImportProgress(tx: Tx, organisationId: string, importId: string, progress: { stepsDone: number; steps: number; now: Date }): Promise<void> {
  await tx
    .update(spreadsheetImport)
    .set({ stepsDone: progress.stepsDone, steps: progress.steps, claimedAt: progress.now })
    .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId), inArray(spreadsheetImport.state, ['reading', 'applying'])));
}
