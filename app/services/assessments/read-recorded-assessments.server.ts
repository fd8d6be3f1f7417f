import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { HistoryEntry } from '#app/domain/assessment/history/history-line.ts';
import { todayOf } from '#app/platform/today.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { assessment, cycle, frameworkAdoption, frameworkVersion, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** One assessment as it was recorded, and what became of its skill since. */
export interface RecordedAssessment extends HistoryEntry {
  recordedAt: Date;
}

/**
 * Everything that was ever recorded of a person, newest first, in the words of the framework version of then; with `asOf`, what
 * is for that ISO day or an earlier one.
 * Runs inside the caller's transaction, who has authorised it and records the look.
 */
export async function readRecordedAssessments(tx: Tx, organisationId: string, personId: string, asOf?: string): Promise<RecordedAssessment[]> {
  const rows = await readRows(tx, organisationId, personId, asOf);
  const countsFor = await readCountsFor(tx, organisationId, personId);
  return rows.map(({ wordedName, identityName, presentName, ticks, importId, ...row }) => {
    const skillName = wordedName ?? identityName;
    return {
      ...row,
      skillName,
      presentName: presentName === skillName ? null : presentName,
      isGone: presentName === null,
      countsFor: countsFor.get(row.id) ?? [],
      source: assessmentSources[row.source - 1] ?? 'self',
      recordedOn: todayOf({ now: row.recordedAt }),
      ticked: ticks.length,
      isImported: importId !== null,
    };
  });
}

function readRows(tx: Tx, organisationId: string, personId: string, asOf?: string) {
  const joins = frameworkJoins(organisationId);
  const present = alias(skillContent, 'present');
  return tx
    .select({
      id: assessment.id,
      skillId: assessment.skillId,
      wordedName: skillContent.name,
      identityName: skill.name,
      skillKey: skill.key,
      presentName: present.name,
      source: assessment.source,
      level: assessment.level,
      exemptUntil: assessment.exemptUntil,
      exemptReason: assessment.exemptReason,
      assessedOn: assessment.assessedOn,
      assessorName: assessment.assessorName,
      note: assessment.note,
      ticks: assessment.ticks,
      unchangedSince: assessment.unchangedSince,
      undefinedConfirmed: assessment.undefinedConfirmed,
      importId: assessment.importId,
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
    .where(
      and(
        eq(assessment.organisationId, organisationId),
        eq(assessment.personId, personId),
        asOf === undefined ? undefined : lte(assessment.assessedOn, asOf),
      ),
    )
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
