import { sql } from 'drizzle-orm';
import type { SourceReading } from '#app/domain/capability/cell.ts';
import type { Tx } from '#db/tenant.ts';

/** What is stored of one person and skill, before the framework says which levels are undefined. */
export interface CellRow {
  skillId: string;
  expectedLevel: number | null;
  self: SourceReading | null;
  manager: SourceReading | null;
  agreed: SourceReading | null;
  needsReview: boolean;
  disputed: boolean;
}

interface PersonRow extends Record<string, unknown> {
  person_id: string;
  skill_ids: string[];
  expected_levels: (number | null)[];
  self_levels: (number | null)[];
  self_dates: (string | null)[];
  manager_levels: (number | null)[];
  manager_dates: (string | null)[];
  agreed_levels: (number | null)[];
  agreed_dates: (string | null)[];
  agreed_exemptions: (string | null)[];
  needs_review: boolean[];
  disputed: boolean[];
}

/**
 * The kept cells of everybody placed in these teams, by person. One row a person, with arrays: a row
 * a cell costs several times as much on the way to the picture. Runs inside the caller's transaction,
 * who has authorised the teams.
 */
export async function readCurrentCells(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
): Promise<Map<string, CellRow[]>> {
  const answer = await tx.execute<PersonRow>(sql`
    select person_id, array_agg(skill_id::text) as skill_ids, array_agg(expected_level) as expected_levels,
      array_agg(self_level) as self_levels, array_agg(self_on::text) as self_dates,
      array_agg(manager_level) as manager_levels, array_agg(manager_on::text) as manager_dates,
      array_agg(agreed_level) as agreed_levels, array_agg(agreed_on::text) as agreed_dates,
      array_agg(agreed_exempt_until::text) as agreed_exemptions, array_agg(needs_review) as needs_review,
      array_agg(disputed) as disputed
    from current_assessment
    where organisation_id = ${organisationId} and team_id = any(${sql.param([...teamIds])}::uuid[])
    group by person_id`);
  return new Map(
    answer.rows.map((row) => [
      row.person_id,
      row.skill_ids.map((skillId, at) => ({
        skillId,
        expectedLevel: row.expected_levels[at] ?? null,
        self: reading(row.self_levels[at], row.self_dates[at]),
        manager: reading(row.manager_levels[at], row.manager_dates[at]),
        agreed: reading(row.agreed_levels[at], row.agreed_dates[at], row.agreed_exemptions[at]),
        needsReview: row.needs_review[at] ?? false,
        disputed: row.disputed[at] ?? false,
      })),
    ]),
  );
}

function reading(level: number | null | undefined, assessedOn: string | null | undefined, exemptUntil?: string | null): SourceReading | null {
  return assessedOn ? { level: level ?? null, assessedOn, ...(exemptUntil ? { exemptUntil } : {}) } : null;
}
