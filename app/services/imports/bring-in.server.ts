import { and, eq, sql } from 'drizzle-orm';
import type { ImportSummary } from '#app/domain/spreadsheet/import-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { TenantDatabase, Tx } from '#db/tenant.ts';
import { claimImport, type ImportRow } from './claim-import.server.ts';
import { holdImports } from './hold-imports.server.ts';
import { importKinds } from './import-kinds.server.ts';
import { readImporter } from './read-importer.server.ts';
import { reopenImport } from './reopen-import.server.ts';
import { withSignsOfLife } from './with-signs-of-life.server.ts';

/** Some rows are refused now: everything that was begun is undone. */
class RowsRefused extends Error {}

/**
 * Brings in an import that waits for it: all rows in one transaction, with what they may do today who handed it in. What is refused
 * now, or fails, opens it again with the reason, and nothing is stored. Answers whether there was something to do: where another process is at it, or
 * has done it, nothing is.
 */
export async function bringIn(db: TenantDatabase, importId: string): Promise<boolean> {
  const { now } = runtime();
  const row = await db.transaction((tx) => claimImport(tx, db.organisationId, importId, { state: 'applying', now: now() }));
  if (row === null) return false;
  const reopen = (reason: string) => db.transaction((tx) => reopenImport(tx, db.organisationId, importId, { reason, now: now() }));
  const context = await readImporter(db, row, now());
  if (context === null) {
    await reopen('Whoever handed it in is a member of the organisation no more. Nothing was brought in.');
    return true;
  }
  try {
    await withSignsOfLife(db, importId, (onStep) => db.transaction((tx) => bringInRows(tx, context, row, onStep)));
  } catch (error) {
    if (error instanceof RowsRefused) await reopen('Something changed meanwhile, so that some rows are refused now. Nothing was brought in: look at them below.');
    else if (isUniqueViolation(error, 'person_email')) await reopen('Somebody recorded one of these e-mail addresses meanwhile. Nothing was brought in: look at the rows again.');
    else if (error instanceof Response) await reopen('You may not import this any more. Nothing was brought in.');
    else {
      await reopen('Bringing it in failed. Nothing was stored. Try again; if it fails again, tell whoever runs this service.');
      throw error;
    }
  }
  return true;
}

async function bringInRows(tx: Tx, context: Context, { id: importId, kind }: ImportRow, onStep: (done: number, of: number) => void): Promise<void> {
  const organisationId = context.db.organisationId;
  const own = and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId));
  await holdImports(tx, organisationId);
  // Not held yet: how far it is has to be noted meanwhile. Whoever else brings it in waits above.
  const [row] = await tx.select().from(spreadsheetImport).where(own);
  if (row?.state !== 'applying' || row.sheets === null || row.mapping === null) return;
  const summary: ImportSummary = await importKinds[kind].apply(tx, context, { sheets: row.sheets, mapping: row.mapping, importId }, onStep);
  if (summary.counts.refused > 0) throw new RowsRefused();
  const closed = await tx
    .update(spreadsheetImport)
    .set({ state: 'applied', sheets: null, mapping: null, summary, claimedAt: null, stepsDone: 1, steps: 1, appliedAt: context.now, revision: sql`${spreadsheetImport.revision} + 1` })
    .where(and(own, eq(spreadsheetImport.state, 'applying')));
  if (closed.rowCount !== 1) throw new Error(`The import ${importId} was closed while it was brought in.`);
  await recordAudit(tx, context, { action: 'import.apply', subjectKind: 'import', subjectId: importId, detail: { kind, ...summary.counts } });
}
