import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { AssessmentRecord } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { currentReadings } from '#app/domain/assessment/current-readings.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import { dispute } from '#db/schema/index.ts';
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

/** What one role level is expected to hold of one skill. */
export interface RoleLevelExpectation {
  roleLevelId: string;
  skillId: string;
  expectedLevel: number;
}

const nothing: ReadonlyMap<string, number> = new Map();

/**
 * The cells of these people as they were known on the date, by person: the history up to the date, rolled forward by the domain, against
 * the expectations given, with the wordings and successions of the framework version adopted now. Runs inside the caller's transaction,
 * who has authorised them.
 */
export async function readCellsOn(
  tx: Tx,
  organisationId: string,
  people: readonly { id: string; roleLevelId: string | null }[],
  asOf: string,
  expected: readonly RoleLevelExpectation[],
): Promise<Map<string, CellRow[]>> {
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
        sql`${dispute.personId} = any(${sql.param(people.map((person) => person.id))}::uuid[])`,
        lte(dispute.raisedOn, asOf),
        or(isNull(dispute.settledOn), gt(dispute.settledOn, asOf)),
      ),
    );
  const disputed = new Set(disputes.map(({ personId, skillId }) => `${personId}/${skillId}`));
  const known = currentReadings(records, asOf);
  const expectedOf = new Map<string, Map<string, number>>();
  for (const { roleLevelId, skillId, expectedLevel } of expected) {
    const ofRoleLevel = expectedOf.get(roleLevelId) ?? new Map<string, number>();
    expectedOf.set(roleLevelId, ofRoleLevel.set(skillId, expectedLevel));
  }
  return new Map(
    people.map((person) => {
      const wanted = (person.roleLevelId === null ? undefined : expectedOf.get(person.roleLevelId)) ?? nothing;
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
