import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { AssessmentRecord } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { currentReadings } from '#app/domain/assessment/current-readings.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { dispute, expectation, frameworkAdoption } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { CellRow } from './read-current-cells.server.ts';

interface CountingRow extends Record<string, unknown> {
  person_id: string;
  skill_id: string;
  source: number;
  level: number | null;
  exempt_until: string | null;
  assessed_on: string;
  sequence: string;
  review: boolean;
}

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
  const { rows } = await tx.execute<CountingRow>(sql`
    with recursive ${countingAssessments(organisationId, people.map((person) => person.id))}
    select person_id, skill_id, source, level, exempt_until::text as exempt_until, assessed_on::text as assessed_on, sequence, review
    from counting where assessed_on <= ${asOf}::date`);
  const records = rows.map(
    (row): AssessmentRecord => ({
      personId: row.person_id,
      skillId: row.skill_id,
      source: assessmentSources[row.source - 1] ?? 'self',
      level: row.level,
      exemptUntil: row.exempt_until,
      assessedOn: row.assessed_on,
      sequence: Number(row.sequence),
      review: row.review,
    }),
  );
  const disputes = await tx
    .select({ personId: dispute.personId, skillId: dispute.skillId })
    .from(dispute)
    .where(
      and(
        eq(dispute.organisationId, organisationId),
        inArray(dispute.personId, people.map((person) => person.id)),
        lte(dispute.raisedOn, asOf),
        or(isNull(dispute.settledOn), gt(dispute.settledOn, asOf)),
      ),
    );
  const disputed = new Set(disputes.map(({ personId, skillId }) => `${personId}/${skillId}`));
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
        ...(readings?.get(skillId) ?? { self: null, manager: null, agreed: null, needsReview: false }),
        disputed: disputed.has(`${person.id}/${skillId}`),
      }));
      return [person.id, cells];
    }),
  );
}
