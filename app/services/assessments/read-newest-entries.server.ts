import { sql } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import type { Tx } from '#db/tenant.ts';

/** The newest thing that one source said of one skill of a person. */
export interface NewestEntry {
  skillId: string;
  /** The key of the skill that was recorded: another one where what was said of it counts for this one since a release. */
  recordedSkillKey: string;
  /** The framework version under which it was recorded. */
  versionId: string;
  source: AssessmentSource;
  level: number | null;
  note: string | null;
  assessedOn: string;
  assessorUserId: string | null;
  assessorName: string;
  sequence: number;
}

interface EntryRow extends Record<string, unknown> {
  skill_id: string;
  recorded_skill_key: string;
  version_id: string;
  source: number;
  level: number | null;
  note: string | null;
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
    select distinct on (counting.skill_id, counting.source) counting.skill_id, skill.key as recorded_skill_key,
      said.framework_version_id as version_id, counting.source, counting.level, said.note,
      counting.assessed_on::text as assessed_on, said.assessor_user_id, said.assessor_name, counting.sequence
    from counting
    join assessment said on said.organisation_id = ${organisationId} and said.id = counting.id
    join skill on skill.organisation_id = ${organisationId} and skill.id = said.skill_id
    ${day === undefined ? sql`` : sql`where counting.assessed_on = ${day}::date`}
    order by counting.skill_id, counting.source, counting.assessed_on desc, counting.sequence desc`);
  return rows.map((row) => ({
    skillId: row.skill_id,
    recordedSkillKey: row.recorded_skill_key,
    versionId: row.version_id,
    source: sourceOf(row.source),
    level: row.level,
    note: row.note,
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
