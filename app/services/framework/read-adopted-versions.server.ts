import { and, asc, eq } from 'drizzle-orm';
import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { framework, frameworkAdoption, frameworkVersion, scaleStep } from '#db/schema/index.ts';

/** A framework version that the organisation reads its expectations from. */
export interface AdoptedVersion {
  frameworkId: string;
  frameworkKey: string;
  frameworkName: string;
  kind: 'gdad' | 'job-description' | 'own';
  versionId: string;
  label: string;
  /** From the first step up. */
  scale: ScaleStep[];
}

/**
 * The adopted versions, the Government Digital and Data framework first, then by name. Asks no
 * permission: anybody who is signed in may know by which framework they are judged.
 */
export async function readAdoptedVersions(context: Context): Promise<AdoptedVersion[]> {
  const organisationId = context.db.organisationId;
  const rows = await context.db.transaction((tx) =>
    tx
      .select({
        frameworkId: framework.id,
        frameworkKey: framework.key,
        frameworkName: framework.name,
        kind: framework.kind,
        versionId: frameworkVersion.id,
        label: frameworkVersion.label,
        ordinal: scaleStep.ordinal,
        stepName: scaleStep.name,
      })
      .from(frameworkAdoption)
      .innerJoin(
        framework,
        and(eq(framework.organisationId, organisationId), eq(framework.id, frameworkAdoption.frameworkId)),
      )
      .innerJoin(
        frameworkVersion,
        and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, frameworkAdoption.versionId)),
      )
      .innerJoin(
        scaleStep,
        and(eq(scaleStep.organisationId, organisationId), eq(scaleStep.versionId, frameworkVersion.id)),
      )
      .where(eq(frameworkAdoption.organisationId, organisationId))
      .orderBy(asc(framework.name), asc(scaleStep.ordinal)),
  );
  const versions = new Map<string, AdoptedVersion>();
  for (const { ordinal, stepName, ...row } of rows) {
    const version = versions.get(row.versionId) ?? { ...row, scale: [] };
    version.scale.push({ ordinal, name: stepName });
    versions.set(row.versionId, version);
  }
  return [...versions.values()].sort((one, other) => Number(other.kind === 'gdad') - Number(one.kind === 'gdad'));
}
