import { and, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { emptyImport } from './empty-import.server.ts';

/** Forgets the rows of an import that nobody brought in for a day, unless somebody closed it meanwhile. */
export async function forgetImport(db: TenantDatabase, importId: string, now: Date): Promise<void> {
  const { organisationId } = db;
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({ state: spreadsheetImport.state })
      .from(spreadsheetImport)
      .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId), inArray(spreadsheetImport.state, ['open', 'refused'])))
      .for('update');
    if (!row) return;
    await emptyImport(tx, organisationId, importId, 'Forgotten, because it was not brought in within a day. Hand it in again.');
    const viewer = { userId: null, name: 'Retention', organisationId };
    await recordAudit(tx, { viewer, now }, { action: 'import.discard', subjectKind: 'import', subjectId: importId, detail: { reason: 'retention', state: row.state } });
  });
}
