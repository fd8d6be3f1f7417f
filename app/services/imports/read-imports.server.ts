import { and, desc, eq } from 'drizzle-orm';
import type { ImportSummary } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { ImportKind, ImportState } from './import-row.ts';
import { requireImporter } from './require-importer.server.ts';

export interface ListedImport {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  createdAt: Date;
  /** Why it was refused, thrown away, or not brought in. */
  refusal: string | null;
  summary: ImportSummary | null;
}

/** Imports that one page lists. */
const most = 100;

/** The imports that the viewer handed in, the newest first. Throws 403 where they may import nothing. */
export async function readImports(context: Context): Promise<ListedImport[]> {
  requireImporter(context);
  const { userId } = context.viewer;
  if (userId === null) return [];
  const { id, kind, fileName, state, createdAt, refusal, summary } = spreadsheetImport;
  return context.db.transaction((tx) =>
    tx
      .select({ id, kind, fileName, state, createdAt, refusal, summary })
      .from(spreadsheetImport)
      .where(and(eq(spreadsheetImport.organisationId, context.db.organisationId), eq(spreadsheetImport.importerUserId, userId)))
      .orderBy(desc(createdAt), desc(id))
      .limit(most),
  );
}
