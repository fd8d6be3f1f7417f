import { and, eq } from 'drizzle-orm';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Discards an import with its file and rows, and keeps why. Runs inside the transaction of whoever authorised and records it. */
export async function emptyImport(tx: Tx, organisationId: string, importId: string, reason: string): Promise<void> {
  await tx
    .update(spreadsheetImport)
    .set({ state: 'discarded', file: null, sheets: null, mapping: null, refusal: reason, claimedAt: null })
    .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId)));
}
