import { sql } from 'drizzle-orm';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { answerKey } from '#app/domain/spreadsheet/assessments/answer-key.ts';
import type { AssessmentFile } from '#app/domain/spreadsheet/assessments/assessment-facts.ts';
import { type AssessmentDraft, draftAssessments } from '#app/domain/spreadsheet/assessments/draft-assessments.ts';
import { type AssessmentPlan, planAssessments } from '#app/domain/spreadsheet/assessments/plan-assessments.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readAssessmentFacts } from './read-assessment-facts.server.ts';

/**
 * What would become of each row of a spreadsheet of assessments now, and the answers that would be recorded. `inside` is the
 * context within the caller's transaction. Throws 403 where the viewer may not import anywhere.
 */
export async function planAssessmentImport(inside: Context, file: AssessmentFile): Promise<AssessmentPlan> {
  if (!mayBeAnywhere(inside.viewer, 'import-assessments')) deny(inside, 'import-assessments');
  const draft = draftAssessments(file, await readAssessmentFacts(inside));
  return planAssessments(draft, await readRecorded(inside, draft));
}

interface RecordedRow extends Record<string, unknown> {
  person_id: string;
  skill_id: string;
  source: number;
  assessed_on: string;
  level: number | null;
  note: string | null;
}

/** By their keys, what is recorded of these people for the days of the file. An exemption is no answer that a file can give. */
async function readRecorded(inside: Context, draft: AssessmentDraft): Promise<Set<string>> {
  const answers = draft.rows.flatMap((row) => row.answers);
  const people = sql.param([...new Set(answers.map(({ person }) => person.id))]);
  const days = sql.param([...new Set(answers.map(({ assessedOn }) => assessedOn))]);
  const { rows } = await inside.db.transaction((tx) =>
    tx.execute<RecordedRow>(sql`
      select person_id, skill_id, source, assessed_on::text as assessed_on, level, note from assessment
      where organisation_id = ${inside.db.organisationId} and person_id = any(${people}::uuid[])
        and assessed_on = any(${days}::date[]) and exempt_until is null`),
  );
  return new Set(
    rows.map((row) => answerKey({ personId: row.person_id, skillId: row.skill_id, source: assessmentSources[row.source - 1]!, assessedOn: row.assessed_on, level: row.level, note: row.note })),
  );
}
