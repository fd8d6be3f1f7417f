import { sql } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import type { Tx } from '#db/tenant.ts';

/** The newest thing that one source said of one skill of a person. */
export interface NewestEntry {
  /** Of the assessment on record. */
  id: string;
  skillId: string;
  /** The key of the skill that was recorded: another one where what was said of it counts for this one since a release. */
  recordedSkillKey: string;
  /** The framework version under which it was recorded. */
  versionId: string;
  source: AssessmentSource;
  level: number | null;
  /** Where it is an exemption: its last day, and why. */
  exemptUntil: string | null;
  exemptReason: string | null;
  note: string | null;
  ticks: string[];
  /** Where it said "no change": the day of the answer that it confirmed. */
  unchangedSince: string | null;
  undefinedConfirmed: boolean;
  /** True where the wording has changed its meaning since, or the skill took the place of the recorded one. */
  needsReview: boolean;
  /** The round it was said in. */
  cycleId: string | null;
  assessedOn: string;
  assessorUserId: string | null;
  assessorName: string;
  sequence: number;
}

interface EntryRow extends Record<string, unknown> {
  id: string;
  skill_id: string;
  recorded_skill_key: string;
  version_id: string;
  source: number;
  level: number | null;
  exempt_until: string | null;
  exempt_reason: string | null;
  note: string | null;
  ticks: string[];
  unchanged_since: string | null;
  undefined_confirmed: boolean;
  review: boolean;
  cycle_id: string | null;
  assessed_on: string;
  assessor_user_id: string | null;
  assessor_name: string;
  sequence: string;
}

/**
 * For one person, the newest entry of each source of each skill, by the same rule as what is kept ready; with
 * `day`, of those assessed on that ISO date. Runs inside the caller's transaction, who has authorised it.
 */
export async function readNewestEntries(
  tx: Tx,
  organisationId: string,
  personId: string,
  day?: string,
): Promise<NewestEntry[]> {
  const { rows } = await tx.execute<EntryRow>(sql`
    with recursive ${countingAssessments(organisationId, [personId])}
    select distinct on (counting.skill_id, counting.source) counting.id, counting.skill_id, skill.key as recorded_skill_key,
      said.framework_version_id as version_id, counting.source, counting.level, said.note,
      said.exempt_until::text as exempt_until, said.exempt_reason, said.ticks, said.unchanged_since::text as unchanged_since,
      said.undefined_confirmed, counting.review, said.cycle_id, counting.assessed_on::text as assessed_on, said.assessor_user_id, said.assessor_name, counting.sequence
    from counting
    join assessment said on said.organisation_id = ${organisationId} and said.id = counting.id
    join skill on skill.organisation_id = ${organisationId} and skill.id = said.skill_id
    ${day === undefined ? sql`` : sql`where counting.assessed_on = ${day}::date`}
    order by counting.skill_id, counting.source, counting.assessed_on desc, counting.sequence desc`);
  return rows.map((row) => ({
    id: row.id,
    skillId: row.skill_id,
    recordedSkillKey: row.recorded_skill_key,
    versionId: row.version_id,
    source: sourceOf(row.source),
    level: row.level,
    exemptUntil: row.exempt_until,
    exemptReason: row.exempt_reason,
    note: row.note,
    ticks: row.ticks,
    unchangedSince: row.unchanged_since,
    undefinedConfirmed: row.undefined_confirmed,
    needsReview: row.review,
    cycleId: row.cycle_id,
    assessedOn: row.assessed_on,
    assessorUserId: row.assessor_user_id,
    assessorName: row.assessor_name,
    sequence: Number(row.sequence),
  }));
}

function sourceOf(code: number): AssessmentSource {
  const source = assessmentSources[code - 1];
  if (!source) throw new Error(`An assessment has the unknown source ${code}.`);
  return source;
}
