import { and, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { expectation, frameworkAdoption } from '#db/schema/index.ts';

/**
 * The ids of the skills that the adopted framework versions expect of a role level; empty where there is none. Asks no
 * permission: anybody who is signed in may read the framework.
 */
export async function readExpectedSkillIds(context: Context, roleLevelId: string | null): Promise<Set<string>> {
  if (roleLevelId === null) return new Set();
  const organisationId = context.db.organisationId;
  const rows = await context.db.transaction((tx) =>
    tx
      .select({ skillId: expectation.skillId })
      .from(expectation)
      .innerJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(expectation.versionId))
      .where(and(eq(expectation.organisationId, organisationId), eq(expectation.roleLevelId, roleLevelId))),
  );
  return new Set(rows.map(({ skillId }) => skillId));
}
