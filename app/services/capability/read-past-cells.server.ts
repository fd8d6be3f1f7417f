import { and, eq, inArray } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import { expectation, frameworkAdoption } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readCellsOn } from './read-cells-on.server.ts';
import type { CellRow } from './read-current-cells.server.ts';

/**
 * The cells of these people as they were known on the date, by person: the history up to the date,
 * rolled forward by the domain, against what their role level of that date is expected to hold in
 * the framework version adopted now, and with its wordings and successions; nothing where they had no role level. Runs inside the caller's transaction, who has authorised them.
 */
export async function readPastCells(
  tx: Tx,
  organisationId: string,
  people: readonly { id: string; roleLevelId: string | null }[],
  asOf: string,
): Promise<Map<string, CellRow[]>> {
  if (people.length === 0) return new Map();
  const roleLevelIds = [...new Set(people.flatMap((person) => person.roleLevelId ?? []))];
  const expected = await tx
    .select({
      roleLevelId: expectation.roleLevelId,
      skillId: expectation.skillId,
      expectedLevel: expectation.expectedLevel,
    })
    .from(expectation)
    .innerJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(expectation.versionId))
    .where(and(eq(expectation.organisationId, organisationId), inArray(expectation.roleLevelId, roleLevelIds)));
  return readCellsOn(tx, organisationId, people, asOf, expected);
}
