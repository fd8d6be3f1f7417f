import { and, asc, eq } from 'drizzle-orm';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { framework, frameworkAdoption, frameworkVersion, scaleStep } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { AdoptedVersion } from '#app/services/framework/read-adopted-versions.server.ts';

/** A version of a framework, adopted or not. */
export interface KnownVersion extends AdoptedVersion {
  isAdopted: boolean;
  publishedAt: Date;
  /** When it was taken back; null while it stands. */
  withdrawnAt: Date | null;
  /** The release that this version lays the organisation's own additions over; null for a release itself. */
  baseVersionId: string | null;
  /** How many additions of the organisation's own it holds. */
  ownAdditionCount: number;
}

/** The version with this id, whatever became of it. Runs inside the caller's transaction, who has authorised it. Throws 404 for an unknown one. */
export async function readVersion(tx: Tx, organisationId: string, versionId: string): Promise<KnownVersion> {
  if (!isUuid(versionId)) throw notFound();
  const [found] = await tx
    .select({ version: frameworkVersion, of: framework, adopted: frameworkAdoption.versionId })
    .from(frameworkVersion)
    .innerJoin(framework, and(eq(framework.organisationId, organisationId), eq(framework.id, frameworkVersion.frameworkId)))
    .leftJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(frameworkVersion.id))
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, versionId)));
  if (!found) throw notFound();
  const { version, of, adopted } = found;
  const scale = await tx
    .select({ ordinal: scaleStep.ordinal, name: scaleStep.name })
    .from(scaleStep)
    .where(and(eq(scaleStep.organisationId, organisationId), eq(scaleStep.versionId, versionId)))
    .orderBy(asc(scaleStep.ordinal));
  const { label, publishedAt, withdrawnAt, baseVersionId } = version;
  return {
    frameworkId: of.id,
    frameworkKey: of.key,
    frameworkName: of.name,
    kind: of.kind,
    versionId,
    label,
    scale,
    publishedAt,
    withdrawnAt,
    baseVersionId,
    isAdopted: adopted !== null,
    ownAdditionCount: version.ownAdditions?.length ?? 0,
  };
}
