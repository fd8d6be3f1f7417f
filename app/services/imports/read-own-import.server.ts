import { and, eq, getTableColumns } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { ImportRow } from './claim-import.server.ts';
import { requireImporter } from './require-importer.server.ts';

/** An import that the viewer handed in, without its file. Throws 403 where they may import nothing, 404 for one that is not theirs. */
export async function readOwnImport(context: Context, importId: string): Promise<Omit<ImportRow, 'file'>> {
  requireImporter(context);
  const { userId } = context.viewer;
  if (!isUuid(importId) || userId === null) throw notFound();
  const { file: _file, ...columns } = getTableColumns(spreadsheetImport);
  const [row] = await context.db.transaction((tx) =>
    tx
      .select(columns)
      .from(spreadsheetImport)
      .where(and(eq(spreadsheetImport.organisationId, context.db.organisationId), eq(spreadsheetImport.id, importId), eq(spreadsheetImport.importerUserId, userId))),
  );
  if (!row) throw notFound();
  return row;
}
