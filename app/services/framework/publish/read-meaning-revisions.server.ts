import { and, eq, isNull, max } from 'drizzle-orm';
import { frameworkVersion, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * How often the wording of each skill of a framework has changed its meaning so far, by the id of the skill:
 * the highest count of the versions that stand. Runs inside the caller's transaction, who has authorised it.
 */
export async function readMeaningRevisions(tx: Tx, organisationId: string, frameworkId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ skillId: skillContent.skillId, revision: max(skillContent.meaningRevision) })
    .from(frameworkVersion)
    .innerJoin(skillContent, and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, frameworkVersion.id)))
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.frameworkId, frameworkId), isNull(frameworkVersion.withdrawnAt)))
    .groupBy(skillContent.skillId);
  return new Map(rows.map(({ skillId, revision }) => [skillId, revision ?? 1]));
}
