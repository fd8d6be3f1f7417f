import { randomUUID } from 'node:crypto';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { cleanFileName } from '#app/platform/files/clean-file-name.server.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { afterAnswer } from '#app/platform/request-scope.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import { mostImportBytes } from './import-file-limits.ts';
import type { ImportKind } from './import-row.ts';
import { readUploadedImport } from './read-uploaded-import.server.ts';
import { requireImporter } from './require-importer.server.ts';
import type { SpreadsheetFile } from './spreadsheet-reading.ts';

/**
 * Keeps a spreadsheet until it is read, which goes on after the answer; when this process is killed meanwhile, another takes it
 * up. Without a kind its columns tell. No file, or one that is too large, is refused at the field `file`. Throws 403 where the viewer may import nothing of
 * the kind.
 */
export async function startImport(context: Context, file: SpreadsheetFile | null, kind: ImportKind | null): Promise<Outcome<{ importId: string }>> {
  requireImporter(context, kind ?? undefined);
  if (file === null || file.name === '') return refused('file', 'Choose a spreadsheet: CSV, XLSX or ODS.');
  if (file.bytes.length === 0) return refused('file', 'This file is empty. Choose the file that holds the rows.');
  if (file.bytes.length > mostImportBytes) return refused('file', `This file has ${(file.bytes.length / 1_000_000).toFixed(1)} MB; a file may have ${mostImportBytes / 1_000_000} MB at most. Split it, or save the sheet that matters as CSV.`);
  const organisationId = context.db.organisationId;
  const importId = randomUUID();
  const fileName = cleanFileName(file.name);
  const { userId, name } = context.viewer;
  await context.db.transaction(async (tx) => {
    await tx.insert(spreadsheetImport).values({
      organisationId,
      id: importId,
      kind: kind ?? 'people',
      fileName,
      // By its name, until it is read.
      format: /\.ods$/i.test(fileName) ? 'ods' : /\.xlsx$/i.test(fileName) ? 'xlsx' : 'csv',
      state: 'reading',
      file: Buffer.from(file.bytes),
      mapping: kind === null ? null : saidKind(kind),
      importerUserId: userId,
      importerName: name,
      createdAt: context.now,
    });
    await recordAudit(tx, context, { action: 'import.start', subjectKind: 'import', subjectId: importId, detail: { kind: kind ?? 'guessed' } });
  });
  afterAnswer(() => readUploadedImport(context.db, importId));
  return done({ importId });
}

/** Nothing but the kind is said before the columns are known. */
function saidKind(kind: ImportKind): ImportMapping {
  return { sheet: 0, headerRow: 0, shape: kind === 'people' ? 'people' : 'long', columns: [], dayOrder: 'day-first', names: {}, source: 'manager', assessedOn: null };
}
