import { and, eq } from 'drizzle-orm';
import { frameworkRelease } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Notes how many steps of the reading are done, and with it that somebody is at it. */
export async function noteProgress(tx: Tx, organisationId: string, releaseId: string, progress: { stepsDone: number; now: Date }): Promise<void> {
  await tx
    .update(frameworkRelease)
    .set({ stepsDone: progress.stepsDone, claimedAt: progress.now })
    .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, releaseId), eq(frameworkRelease.state, 'reading')));
}
