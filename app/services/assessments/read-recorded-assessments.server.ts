import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { PresentSkill } from '#app/domain/assessment/present-skill-words.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { assessment, cycle, frameworkAdoption, frameworkVersion, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** One assessment as it was recorded, and what became of its skill since. */
export interface RecordedAssessment extends PresentSkill {
  id: string;
  /** As the framework version called it under which it was recorded. */
  skillName: string;
  skillKey: string;
  source: AssessmentSource;
  /** Null says that the skill was not observed. */
  level: number | null;
  assessedOn: string;
  assessorName: string;
  note: string | null;
  versionId: string;
  frameworkVersion: string;
  cycleName: string | null;
  recordedAt: Date;
}

/**
 * Everything that was ever recorded of a person, newest first, in the words of the framework version of then.
 * Runs inside the caller's transaction, who has authorised it and records the look.
 */
export async function readRecordedAssessments(tx: Tx, organisationId: string, personId: string): Promise<RecordedAssessment[]> {
  const rows = await readRows(tx, organisationId, personId);
  const countsFor = await readCountsFor(tx, organisationId, personId);
  return rows.map(({ wordedName, identityName, presentName, ...row }) => {
    const skillName = wordedName ?? identityName;
    return {
      ...row,
      skillName,
      presentName: presentName === skillName ? null : presentName,
      isGone: presentName === null,
      countsFor: countsFor.get(row.id) ?? [],
      source: assessmentSources[row.source - 1] ?? 'self',
    };
  });
}

function readRows(tx: Tx, organisationId: string, personId: string) {
  const joins = frameworkJoins(organisationId);
  const present = alias(skillContent, 'present');
  return tx
    .select({
      id: assessment.id,
      wordedName: skillContent.name,
      identityName: skill.name,
      skillKey: skill.key,
      presentName: present.name,
      source: assessment.source,
      level: assessment.level,
      assessedOn: assessment.assessedOn,
      assessorName: assessment.assessorName,
      note: assessment.note,
      versionId: assessment.frameworkVersionId,
      frameworkVersion: frameworkVersion.label,
      cycleName: cycle.name,
      recordedAt: assessment.recordedAt,
    })
    .from(assessment)
    .innerJoin(skill, joins.skill(assessment.skillId))
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, assessment.frameworkVersionId)),
    )
    .leftJoin(skillContent, joins.skillContent(assessment.frameworkVersionId, assessment.skillId))
    .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
    .leftJoin(
      present,
      and(
        eq(present.organisationId, organisationId),
        eq(present.versionId, frameworkAdoption.versionId),
        eq(present.skillId, assessment.skillId),
      ),
    )
    .leftJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, assessment.cycleId)))
    .where(and(eq(assessment.organisationId, organisationId), eq(assessment.personId, personId)))
    .orderBy(desc(assessment.assessedOn), desc(assessment.sequence));
}

/** By the id of the assessment, the names of the skills that it counts for beside its own. */
async function readCountsFor(tx: Tx, organisationId: string, personId: string): Promise<Map<string, string[]>> {
  const { rows } = await tx.execute<{ id: string; names: string[] }>(sql`
    with recursive ${countingAssessments(organisationId, [personId])}
    select counting.id, array_agg(distinct skill.name order by skill.name) as names
    from counting
    join assessment said on said.organisation_id = ${organisationId} and said.id = counting.id
    join skill on skill.organisation_id = ${organisationId} and skill.id = counting.skill_id
    where counting.skill_id <> said.skill_id
    group by counting.id`);
  return new Map(rows.map(({ id, names }) => [id, names]));
}
