import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { Context } from '#app/platform/context.ts';

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

interface VersionRow extends Omit<AdoptedVersion, 'scale'> {
  ordinal: number;
  stepName: string;
}

const versionsQuery = `
  select framework.id as "frameworkId", framework.key as "frameworkKey", framework.name as "frameworkName", framework.kind,
    framework_version.id as "versionId", framework_version.label, scale_step.ordinal, scale_step.name as "stepName"
  from framework_adoption
  join framework on framework.organisation_id = $1 and framework.id = framework_adoption.framework_id
  join framework_version on framework_version.organisation_id = $1 and framework_version.id = framework_adoption.version_id
  join scale_step on scale_step.organisation_id = $1 and scale_step.version_id = framework_version.id
  where framework_adoption.organisation_id = $1
  order by framework.name, scale_step.ordinal`;

/**
 * The adopted versions, the Government Digital and Data framework first, then by name. Asks no
 * permission: anybody who is signed in may know by which framework they are judged.
 */
export async function readAdoptedVersions(context: Context): Promise<AdoptedVersion[]> {
  const rows = await context.db.read<VersionRow>({ text: versionsQuery, values: [context.db.organisationId] });
  const versions = new Map<string, AdoptedVersion>();
  for (const { ordinal, stepName, ...row } of rows) {
    const version = versions.get(row.versionId) ?? { ...row, scale: [] };
    version.scale.push({ ordinal, name: stepName });
    versions.set(row.versionId, version);
  }
  return [...versions.values()].sort((one, other) => Number(other.kind === 'gdad') - Number(one.kind === 'gdad'));
}
