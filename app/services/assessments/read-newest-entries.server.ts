import { and, desc, eq } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { assessment } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** The newest thing that one source said of one skill of a person. */
export interface NewestEntry {
  skillId: string;
  source: AssessmentSource;
  level: number | null;
  note: string | null;
  assessedOn: string;
  assessorUserId: string | null;
  assessorName: string;
  sequence: number;
}

/**
 * For one person, the newest entry of each source of each skill; with `day`, of those assessed on that
 * ISO date. Runs inside the caller's transaction, who has authorised it.
 */
export async function readNewestEntries(
  tx: Tx,
  organisationId: string,
  personId: string,
  day?: string,
): Promise<NewestEntry[]> {
  const rows = await tx
    .selectDistinctOn([assessment.skillId, assessment.source], {
      skillId: assessment.skillId,
      source: assessment.source,
      level: assessment.level,
      note: assessment.note,
      assessedOn: assessment.assessedOn,
      assessorUserId: assessment.assessorUserId,
      assessorName: assessment.assessorName,
      sequence: assessment.sequence,
    })
    .from(assessment)
    .where(
      and(
        eq(assessment.organisationId, organisationId),
        eq(assessment.personId, personId),
        day === undefined ? undefined : eq(assessment.assessedOn, day),
      ),
    )
    .orderBy(assessment.skillId, assessment.source, desc(assessment.assessedOn), desc(assessment.sequence));
  return rows.map((row) => ({ ...row, source: sourceOf(row.source) }));
}

function sourceOf(code: number): AssessmentSource {
  const source = assessmentSources[code - 1];
  if (!source) throw new Error(`An assessment has the unknown source ${code}.`);
  return source;
}
