import { and, desc, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { assessment, cycle, frameworkVersion, skill } from '#db/schema/index.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';

/** One line of a person's history. */
export interface HistoryEntry {
  id: string;
  skillName: string;
  source: AssessmentSource;
  /** Null says that the skill was not observed. */
  level: number | null;
  assessedOn: string;
  assessorName: string;
  note: string | null;
  frameworkVersion: string;
  cycleName: string | null;
}

/**
 * Everything that was ever recorded of a person, newest first: all sources, who said it, and under
 * which framework version. Throws 404 for an unknown person, 403 where the viewer may not see it. The
 * look is recorded.
 */
export async function readHistory(
  context: Context,
  personId: string,
): Promise<{ person: PersonRecord; entries: HistoryEntry[] }> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'read-ratings', personSubject(person));
  const rows = await context.db.transaction(async (tx) => {
    await recordRatingsView(tx, context, { page: 'history', personId });
    return tx
      .select({
        id: assessment.id,
        skillName: skill.name,
        source: assessment.source,
        level: assessment.level,
        assessedOn: assessment.assessedOn,
        assessorName: assessment.assessorName,
        note: assessment.note,
        frameworkVersion: frameworkVersion.label,
        cycleName: cycle.name,
      })
      .from(assessment)
      .innerJoin(skill, and(eq(skill.organisationId, organisationId), eq(skill.id, assessment.skillId)))
      .innerJoin(
        frameworkVersion,
        and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, assessment.frameworkVersionId)),
      )
      .leftJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, assessment.cycleId)))
      .where(and(eq(assessment.organisationId, organisationId), eq(assessment.personId, personId)))
      .orderBy(desc(assessment.assessedOn), desc(assessment.sequence));
  });
  return { person, entries: rows.map((row) => ({ ...row, source: assessmentSources[row.source - 1] ?? 'self' })) };
}
