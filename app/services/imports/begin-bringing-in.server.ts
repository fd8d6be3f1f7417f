import { and, eq, sql } from 'drizzle-orm';
import { countFates } from '#app/domain/spreadsheet/count-fates.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { afterAnswer } from '#app/platform/request-scope.server.ts';
import { within } from '#app/platform/within.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { bringIn } from './bring-in.server.ts';
import { importKinds } from './import-kinds.server.ts';
import { lockImport } from './lock-import.server.ts';
import { requireImporter } from './require-importer.server.ts';

/**
 * Has an import brought in, which goes on after the answer; when this process is killed meanwhile, another takes it up. `revision` is
 * the one that was looked at: an older one is refused, and so is an import of which any row is refused. Asked twice, it is brought in
 * once. Throws 404 for an import that is not the viewer's, 403 where they may not import its kind.
 */
export async function beginBringingIn(context: Context, importId: string, revision: number): Promise<Outcome<{ importId: string }>> {
  const outcome = await context.db.transaction(async (tx): Promise<Outcome<{ importId: string }>> => {
    const row = await lockImport(tx, context, importId);
    requireImporter(context, row.kind);
    if (row.state === 'applying' || row.state === 'applied') return done({ importId });
    if (row.state !== 'open' || row.sheets === null || row.mapping === null) return refused(null, 'This import is not open any more. Hand the file in again.');
    if (row.revision !== revision) return refused(null, 'What the columns and names mean was changed meanwhile. Nothing was brought in: look at the rows again.');
    const { fates, summary, warnings = [] } = await importKinds[row.kind].plan(within(context, tx), { sheets: row.sheets, mapping: row.mapping });
    const { refused: rows } = countFates(fates);
    if (summary.counts.refused > 0) return refused(null, `${rows === 1 ? '1 row is' : `${rows} rows are`} refused now, so nothing was brought in: look at them below.`);
    if (warnings.some(({ key }) => !row.mapping?.accepted?.includes(key))) return refused(null, 'Something has to be accepted first, so nothing was brought in: look at what may be a slip.');
    await tx
      .update(spreadsheetImport)
      .set({ state: 'applying', claimedAt: null, stepsDone: 0, steps: 100, refusal: null, revision: sql`${spreadsheetImport.revision} + 1` })
      .where(and(eq(spreadsheetImport.organisationId, context.db.organisationId), eq(spreadsheetImport.id, importId)));
    await recordAudit(tx, context, { action: 'import.begin', subjectKind: 'import', subjectId: importId, detail: { kind: row.kind, rows: summary.rows } });
    return done({ importId });
  });
  if (outcome.ok) afterAnswer(() => bringIn(context.db, importId));
  return outcome;
}
