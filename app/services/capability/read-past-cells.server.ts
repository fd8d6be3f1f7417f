import { and, eq, inArray, lte } from 'drizzle-orm';
import type { AssessmentRecord } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { currentReadings } from '#app/domain/assessment/current-readings.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { assessment, expectation, frameworkAdoption } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { CellRow } from './read-current-cells.server.ts';

/**
 * The cells of these people as they were known on the date, by person: the history up to the date,
 * rolled forward by the domain, against what their role level of that date is expected to hold in
 * the framework version adopted now. Runs inside the caller's transaction, who has authorised them.
 */
export async function readPastCells(
  tx: Tx,
  organisationId: string,
  people: readonly { id: string; roleLevelId: string }[],
  asOf: string,
): Promise<Map<string, CellRow[]>> {
  if (people.length === 0) return new Map();
  const roleLevelIds = [...new Set(people.map((person) => person.roleLevelId))];
  const expected = await tx
    .select({
      roleLevelId: expectation.roleLevelId,
      skillId: expectation.skillId,
      expectedLevel: expectation.expectedLevel,
    })
    .from(expectation)
    .innerJoin(frameworkAdoption, frameworkJoins(organisationId).adoptionOfVersion(expectation.versionId))
    .where(and(eq(expectation.organisationId, organisationId), inArray(expectation.roleLevelId, roleLevelIds)));
  const history = await tx
    .select({
      personId: assessment.personId,
      skillId: assessment.skillId,
      source: assessment.source,
      level: assessment.level,
      assessedOn: assessment.assessedOn,
      sequence: assessment.sequence,
    })
    .from(assessment)
    .where(
      and(
        eq(assessment.organisationId, organisationId),
        inArray(
          assessment.personId,
          people.map((person) => person.id),
        ),
        lte(assessment.assessedOn, asOf),
      ),
    );
  const records: AssessmentRecord[] = history.map((row) => ({
    ...row,
    source: assessmentSources[row.source - 1] ?? 'self',
  }));
  const known = currentReadings(records, asOf);
  return new Map(
    people.map((person) => {
      const wanted = new Map(
        expected
          .filter((row) => row.roleLevelId === person.roleLevelId)
          .map((row) => [row.skillId, row.expectedLevel]),
      );
      const readings = known.get(person.id);
      const skillIds = new Set([...wanted.keys(), ...(readings?.keys() ?? [])]);
      const cells = [...skillIds].map((skillId) => ({
        skillId,
        expectedLevel: wanted.get(skillId) ?? null,
        ...(readings?.get(skillId) ?? { self: null, manager: null, agreed: null }),
      }));
      return [person.id, cells];
    }),
  );
}
