import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { frameworkRelease, frameworkReleaseFile } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';

/** After this long without a sign of life, nobody is at it: the process that took up the reading has ended. */
const forgottenMs = 60_000;

/**
 * Takes up the reading of an upload that nobody reads, and answers its files; null where somebody is at it or it
 * has been read. Runs in a transaction of its own, so that others see the claim at once.
 */
export async function claimUpload(tx: Tx, organisationId: string, releaseId: string, now: Date): Promise<ImportFile[] | null> {
  const claimed = await tx
    .update(frameworkRelease)
    .set({ claimedAt: now, stepsDone: 0 })
    .where(
      and(
        eq(frameworkRelease.organisationId, organisationId),
        eq(frameworkRelease.id, releaseId),
        eq(frameworkRelease.state, 'reading'),
        or(isNull(frameworkRelease.claimedAt), lte(frameworkRelease.claimedAt, new Date(now.getTime() - forgottenMs))),
      ),
    );
  if (claimed.rowCount === 0) return null;
  const files = await tx
    .select({ name: frameworkReleaseFile.name, bytes: frameworkReleaseFile.content })
    .from(frameworkReleaseFile)
    .where(and(eq(frameworkReleaseFile.organisationId, organisationId), eq(frameworkReleaseFile.releaseId, releaseId)))
    .orderBy(frameworkReleaseFile.position);
  return files;
}
