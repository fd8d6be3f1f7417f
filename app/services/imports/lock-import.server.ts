import { and, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ImportRow } from './claim-import.server.ts';
import { requireImporter } from './require-importer.server.ts';

/**
 * An import of the viewer's own, held until the caller's transaction ends. Its rows are nobody else's: those who may not import get 403, others than
 * whoever handed it in get 404, as for an id that is not there.
 */
export async function lockImport(tx: Tx, context: Context, importId: string): Promise<ImportRow> {
  requireImporter(context);
  const { userId } = context.viewer;
  if (!isUuid(importId) || userId === null) throw notFound();
  const [row] = await tx
    .select()
    .from(spreadsheetImport)
    .where(and(eq(spreadsheetImport.organisationId, context.db.organisationId), eq(spreadsheetImport.id, importId), eq(spreadsheetImport.importerUserId, userId)))
    .for('update');
  if (!row) throw notFound();
  return row;
}
