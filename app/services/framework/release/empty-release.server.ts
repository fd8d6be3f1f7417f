import { and, eq } from 'drizzle-orm';
import { frameworkRelease, frameworkReleaseDecision, frameworkReleaseFile } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Discards a release with its documents, what was worked out of them and what was decided. Runs inside the transaction of whoever authorised and records it. */
export async function emptyRelease(tx: Tx, organisationId: string, releaseId: string): Promise<void> {
  for (const table of [frameworkReleaseFile, frameworkReleaseDecision]) {
    await tx.delete(table).where(and(eq(table.organisationId, organisationId), eq(table.releaseId, releaseId)));
  }
  await tx
    .update(frameworkRelease)
    .set({ state: 'discarded', readings: null, changeNotes: null, plan: null, refusals: null, claimedAt: null })
    .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, releaseId)));
}
