import { and, eq, sql } from 'drizzle-orm';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { framework, frameworkAdoption, frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** The adopted version of a framework, and the release under it that the next one is compared with. */
export interface AdoptedRelease {
  frameworkId: string;
  /** The adopted version, with the organisation's own additions where it has any. */
  versionId: string;
  label: string;
  /** The release as it came: the adopted version itself where there are no additions. */
  releaseVersionId: string;
  /** SHA-256, in hexadecimal, of the facts of the release as it came. */
  releaseFingerprint: string;
  /** Those that the adopted version holds. */
  ownAdditions: OwnAddition[];
}

/** The adopted version of the framework with this key, with the release under it; null where none is adopted. Runs inside the caller's transaction, who has authorised it. */
export async function readAdoptedRelease(tx: Tx, organisationId: string, frameworkKey: string): Promise<AdoptedRelease | null> {
  const [adopted] = await tx
    .select({
      frameworkId: framework.id,
      versionId: frameworkVersion.id,
      label: frameworkVersion.label,
      releaseVersionId: sql<string>`coalesce(${frameworkVersion.baseVersionId}, ${frameworkVersion.id})`,
      ownAdditions: frameworkVersion.ownAdditions,
    })
    .from(framework)
    .innerJoin(
      frameworkAdoption,
      and(eq(frameworkAdoption.organisationId, organisationId), eq(frameworkAdoption.frameworkId, framework.id)),
    )
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, frameworkAdoption.versionId)),
    )
    .where(and(eq(framework.organisationId, organisationId), eq(framework.key, frameworkKey)));
  if (!adopted) return null;
  const [release] = await tx
    .select({ fingerprint: frameworkVersion.fingerprint })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, adopted.releaseVersionId)));
  return { ...adopted, ownAdditions: adopted.ownAdditions ?? [], releaseFingerprint: release?.fingerprint ?? '' };
}
