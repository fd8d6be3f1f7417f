import { randomUUID } from 'node:crypto';
import { guessMapping } from '#app/domain/spreadsheet/guess-mapping.ts';
import type { ImportPlan } from '#app/domain/spreadsheet/import-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { cleanFileName } from '#app/platform/files/clean-file-name.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import { holdImports } from './hold-imports.server.ts';
import { importKinds } from './import-kinds.server.ts';
import { readInWorker } from './read-in-worker.server.ts';
import { requireImporter } from './require-importer.server.ts';
import type { SpreadsheetFile } from './spreadsheet-reading.ts';

/** What a command found in a spreadsheet of people: what becomes of the rows and whether they were brought in, or why it cannot be read. */
export type CommandImport = { ok: true; plan: ImportPlan; columns: string[]; isBroughtIn: boolean } | { ok: false; message: string };

/**
 * Reads a spreadsheet of people, guesses its columns and brings all of its rows in, or none where one is refused; a dry run brings
 * in none either way. By the same rules as the pages. Throws 403 where the viewer may not import people.
 */
export async function importFromCommand(context: Context, file: SpreadsheetFile, { isDryRun }: { isDryRun: boolean }): Promise<CommandImport> {
  requireImporter(context, 'people');
  const fileName = cleanFileName(file.name);
  const reading = await readInWorker({ ...file, name: fileName });
  if (!reading.ok) return { ok: false, message: reading.message };
  const { sheets, format } = reading;
  const mapping = guessMapping({ sheets, skills: [], kind: 'people' });
  const columns = (sheets[mapping.sheet]?.rows[mapping.headerRow] ?? []).map((header, column) => {
    const use = mapping.columns[column] ?? 'ignored';
    return `${header || '(no name)'}: ${use !== 'ignored' && 'field' in use ? use.field : 'ignored'}`;
  });
  const plan = await importKinds.people.plan(context, { sheets, mapping });
  if (isDryRun || plan.summary.counts.refused > 0) return { ok: true, plan, columns, isBroughtIn: false };
  const { organisationId } = context.db;
  const importId = randomUUID();
  return context.db.transaction(async (tx): Promise<CommandImport> => {
    await holdImports(tx, organisationId);
    const summary = await importKinds.people.apply(tx, context, { sheets, mapping, importId }, () => undefined);
    if (summary.counts.refused > 0) return { ok: true, plan: await importKinds.people.plan(context, { sheets, mapping }), columns, isBroughtIn: false };
    const { userId: importerUserId, name: importerName } = context.viewer;
    await tx.insert(spreadsheetImport).values({ organisationId, id: importId, kind: 'people', fileName, format, state: 'applied', summary, stepsDone: 1, importerUserId, importerName, createdAt: context.now, appliedAt: context.now });
    await recordAudit(tx, context, { action: 'import.apply', subjectKind: 'import', subjectId: importId, detail: { kind: 'people', ...summary.counts } });
    return { ok: true, plan: { ...plan, summary }, columns, isBroughtIn: true };
  });
}
