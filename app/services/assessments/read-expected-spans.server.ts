import { and, asc, eq, lte } from 'drizzle-orm';
import type { ExpectedSpan } from '#app/domain/assessment/history/history-line.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { expectation, frameworkAdoption, placement } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * What the role levels of a person expected of them, skill by skill and placement by placement, up to an ISO day, by the
 * framework version adopted now. A placement that ended after that day had no known end then. Runs inside the caller's
 * transaction, who has authorised it.
 */
export async function readExpectedSpans(tx: Tx, organisationId: string, personId: string, asOf: string): Promise<ExpectedSpan[]> {
  const rows = await tx
    .select({ skillId: expectation.skillId, from: placement.startsOn, endsOn: placement.endsOn, expectedLevel: expectation.expectedLevel })
    .from(placement)
    .innerJoin(expectation, and(eq(expectation.organisationId, organisationId), eq(expectation.roleLevelId, placement.roleLevelId)))
    .innerJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(expectation.versionId))
    .where(and(eq(placement.organisationId, organisationId), eq(placement.personId, personId), lte(placement.startsOn, asOf)))
    .orderBy(asc(placement.startsOn), asc(expectation.skillId));
  return rows
    .map(({ endsOn, ...span }) => ({ ...span, until: endsOn !== null && endsOn <= asOf ? endsOn : null }))
    .filter(({ from, until }) => until === null || until > from);
}
