import { and, eq } from 'drizzle-orm';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What a version is called. Runs inside the caller's transaction, who has authorised it. Throws 404 for an unknown one. */
export async function readVersionLabel(tx: Tx, organisationId: string, versionId: string): Promise<string> {
  const [version] = await tx
    .select({ label: frameworkVersion.label })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, versionId)));
  if (!version) throw notFound();
  return version.label;
}
