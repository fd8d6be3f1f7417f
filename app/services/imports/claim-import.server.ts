import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { spreadsheetImport } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

export type ImportRow = typeof spreadsheetImport.$inferSelect;

/** After this long without a sign of life, nobody is at it: the process that took it up has ended. */
const forgottenMs = 60_000;

/**
 * Takes up the reading or the bringing in of an import that nobody is at, and answers its row; null where somebody is at it, or it is done.
 * Runs in a transaction of its own, so that others see the claim at once.
 */
export async function claimImport(tx: Tx, organisationId: string, importId: string, work: { state: 'reading' | 'applying'; now: Date }): Promise<ImportRow | null> {
  const [row] = await tx
    .update(spreadsheetImport)
    .set({ claimedAt: work.now, stepsDone: 0 })
    .where(
      and(
        eq(spreadsheetImport.organisationId, organisationId),
        eq(spreadsheetImport.id, importId),
        eq(spreadsheetImport.state, work.state),
        or(isNull(spreadsheetImport.claimedAt), lte(spreadsheetImport.claimedAt, new Date(work.now.getTime() - forgottenMs))),
      ),
    )
    .returning();
  return row ?? null;
}
