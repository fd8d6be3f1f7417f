import { and, eq } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, skillLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The skill levels that the adopted framework versions leave undefined, as `<skill id>/<ordinal>`.
 * Runs inside the caller's transaction; the framework is open to everybody who is signed in.
 */
export async function readUndefinedLevels(tx: Tx, organisationId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ skillId: skillLevel.skillId, ordinal: skillLevel.ordinal })
    .from(skillLevel)
    .innerJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(skillLevel.versionId))
    .where(and(eq(skillLevel.organisationId, organisationId), eq(skillLevel.defined, false)));
  return new Set(rows.map((row) => `${row.skillId}/${row.ordinal}`));
}
