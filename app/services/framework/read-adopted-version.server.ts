import { and, eq } from 'drizzle-orm';
import { framework, frameworkAdoption, frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { AdoptedVersion } from './read-adopted-versions.server.ts';

/** An adopted version, to be compared with what an import would make of it. */
export interface ComparableVersion extends Omit<AdoptedVersion, 'scale'> {
  /** SHA-256 of the canonical facts, in hexadecimal. */
  fingerprint: string;
}

/** The adopted version of the framework with this key; null where none is adopted. Runs inside the caller's transaction, who has authorised it. */
export async function readAdoptedVersion(
  tx: Tx,
  organisationId: string,
  frameworkKey: string,
): Promise<ComparableVersion | null> {
  const [found] = await tx
    .select({
      frameworkId: framework.id,
      frameworkKey: framework.key,
      frameworkName: framework.name,
      kind: framework.kind,
      versionId: frameworkVersion.id,
      label: frameworkVersion.label,
      fingerprint: frameworkVersion.fingerprint,
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
  return found ?? null;
}
