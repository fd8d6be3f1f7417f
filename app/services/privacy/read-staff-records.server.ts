import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { presentSkillWords } from '#app/domain/assessment/present-skill-words.ts';
import type { ExportRows } from '#app/domain/privacy/export-section.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { assessment, currentAssessment, person, placement, roleLevel, skill, skillContent, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readRecordedAssessments } from '#app/services/assessments/read-recorded-assessments.server.ts';
import type { DataSubject } from './data-subject.ts';

type StaffRows = Pick<ExportRows, 'person' | 'placements' | 'currentLevels' | 'assessments' | 'recordedOfOthers'>;

const sourceName = (source: number) => assessmentSources[source - 1] ?? null;

/** What is recorded of somebody as a member of staff, and that they recorded something of others. */
export async function readStaffRecords(tx: Tx, { organisationId, personId, userId }: DataSubject): Promise<Required<StaffRows>> {
  const joins = frameworkJoins(organisationId);
  const ofSkill = (id: typeof assessment.skillId | typeof currentAssessment.skillId) =>
    and(eq(skill.organisationId, organisationId), eq(skill.id, id));
  const nothing = { person: [], placements: [], currentLevels: [], assessments: [] };
  const recorded =
    userId === null
      ? []
      : await tx
          .select({ recordedAt: assessment.recordedAt, skill: sql<string>`coalesce(${skillContent.name}, ${skill.name})`, source: assessment.source, personId: assessment.personId })
          .from(assessment)
          .innerJoin(skill, ofSkill(assessment.skillId))
          .leftJoin(skillContent, joins.skillContent(assessment.frameworkVersionId, assessment.skillId))
          .where(and(eq(assessment.organisationId, organisationId), eq(assessment.assessorUserId, userId)))
          .orderBy(desc(assessment.sequence));
  // Of whom, at which level and with which words are those people's records.
  const recordedOfOthers = recorded
    .filter((row) => row.personId !== personId)
    .map((row) => ({ recordedAt: row.recordedAt.toISOString(), skill: row.skill, source: sourceName(row.source) }));
  if (personId === null) return { ...nothing, recordedOfOthers };
  const people = await tx
    .select()
    .from(person)
    .where(and(eq(person.organisationId, organisationId), eq(person.id, personId)));
  const placements = await tx
    .select({ team: team.name, roleLevel: roleLevel.name, startsOn: placement.startsOn, endsOn: placement.endsOn, createdAt: placement.createdAt })
    .from(placement)
    .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
    .innerJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
    .where(and(eq(placement.organisationId, organisationId), eq(placement.personId, personId)))
    .orderBy(asc(placement.startsOn), asc(placement.createdAt));
  const currentLevels = await tx
    .select({
      skill: skill.name,
      expectedLevel: currentAssessment.expectedLevel,
      agreedLevel: currentAssessment.agreedLevel,
      agreedOn: currentAssessment.agreedOn,
      agreedExemptUntil: currentAssessment.agreedExemptUntil,
      disputed: currentAssessment.disputed,
      needsReview: currentAssessment.needsReview,
      managerLevel: currentAssessment.managerLevel,
      managerOn: currentAssessment.managerOn,
      selfLevel: currentAssessment.selfLevel,
      selfOn: currentAssessment.selfOn,
    })
    .from(currentAssessment)
    .innerJoin(skill, ofSkill(currentAssessment.skillId))
    .where(and(eq(currentAssessment.organisationId, organisationId), eq(currentAssessment.personId, personId)))
    .orderBy(asc(skill.name));
  const assessments = await readRecordedAssessments(tx, organisationId, personId);
  const details = await readDetails(tx, organisationId, personId);
  return {
    person: people.map(({ name, email, grade, startsOn, leavesOn, createdAt }) => ({ name, email, grade, startsOn, leavesOn, createdAt: createdAt.toISOString() })),
    placements: placements.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    currentLevels,
    assessments: assessments.map((row) => ({
      assessedOn: row.assessedOn,
      skill: row.skillName,
      since: presentSkillWords(row),
      source: row.source,
      level: row.level,
      note: row.note,
      ...details.get(row.id)!,
      assessor: row.assessorName,
      cycle: row.cycleName,
      frameworkVersion: row.frameworkVersion,
      recordedAt: row.recordedAt.toISOString(),
    })),
    recordedOfOthers,
  };
}

/** What stands beside the level, by the assessment's id. */
async function readDetails(tx: Tx, organisationId: string, personId: string) {
  const { id, exemptUntil, exemptReason, ticks, unchangedSince, undefinedConfirmed } = assessment;
  const rows = await tx
    .select({ id, exemptUntil, exemptReason, ticks, unchangedSince, undefinedConfirmed })
    .from(assessment)
    .where(and(eq(assessment.organisationId, organisationId), eq(assessment.personId, personId)));
  return new Map(rows.map(({ id: key, ...detail }) => [key, detail]));
}
