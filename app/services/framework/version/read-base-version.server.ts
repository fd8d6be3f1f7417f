import { and, eq } from 'drizzle-orm';
import { frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** The id of the release that a version lays own additions over; null for a release itself. Runs inside the caller's transaction, who has authorised it. */
export async function readBaseVersion(tx: Tx, organisationId: string, versionId: string): Promise<string | null> {
  const [found] = await tx
    .select({ baseVersionId: frameworkVersion.baseVersionId })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, versionId)));
  return found?.baseVersionId ?? null;
}
