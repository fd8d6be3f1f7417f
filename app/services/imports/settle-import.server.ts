import { and, eq } from 'drizzle-orm';
import { guessMapping } from '#app/domain/spreadsheet/guess-mapping.ts';
import type { NameCandidate } from '#app/domain/spreadsheet/match-name.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import type { SpreadsheetReading } from './spreadsheet-reading.ts';

/** What came of reading an import, and when. */
export interface ReadImport {
  reading: SpreadsheetReading;
  /** What may stand in the headers of a wide sheet. */
  skills: readonly NameCandidate[];
  now: Date;
}

/** Keeps what came of reading an import, and deletes its file, in one transaction. Does nothing where another process was first. */
export async function settleImport(db: TenantDatabase, importId: string, { reading, skills, now }: ReadImport): Promise<void> {
  const { organisationId } = db;
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({ state: spreadsheetImport.state, mapping: spreadsheetImport.mapping })
      .from(spreadsheetImport)
      .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId)))
      .for('update');
    if (row?.state !== 'reading') return;
    const said = row.mapping === null ? undefined : row.mapping.shape === 'people' ? ('people' as const) : ('assessments' as const);
    const found = reading.ok ? opened(reading, guessMapping({ sheets: reading.sheets, skills, ...(said === undefined ? {} : { kind: said }) })) : { state: 'refused' as const, refusal: reading.message };
    await tx
      .update(spreadsheetImport)
      .set({ ...found, file: null, claimedAt: null, stepsDone: 1, steps: 1 })
      .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.id, importId)));
    const viewer = { userId: null, name: 'Reading of spreadsheets', organisationId };
    await recordAudit(tx, { viewer, now }, { action: 'import.read', subjectKind: 'import', subjectId: importId, detail: { state: found.state } });
  });
}

function opened({ sheets, format }: Extract<SpreadsheetReading, { ok: true }>, mapping: ReturnType<typeof guessMapping>) {
  const kind = mapping.shape === 'people' ? ('people' as const) : ('assessments' as const);
  return { state: 'open' as const, sheets, format, kind, mapping };
}
