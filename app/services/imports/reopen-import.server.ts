import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Opens an import again that could not be brought in, and keeps why. Does nothing where it is not being brought in. */
export async function reopenImport(tx: Tx, organisationId: string, importId: string, { reason, now }: { reason: string; now: Date }): Promise<void> {
  const reopened = await tx
    .update(spreadsheetImport)
    .set({ state: 'open', refusal: reason, claimedAt: null, revision: sql`${spreadsheetImport.revision} + 1` })
    .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId), eq(spreadsheetImport.state, 'applying')));
  if (reopened.rowCount === 0) return;
  const viewer = { userId: null, name: 'Bringing in of spreadsheets', organisationId };
  await recordAudit(tx, { viewer, now }, { action: 'import.fail', subjectKind: 'import', subjectId: importId, detail: { reason } });
}
