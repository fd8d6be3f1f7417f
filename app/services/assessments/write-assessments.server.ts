import { randomUUID } from 'node:crypto';
import type { Answer, AnswerDetail } from '#app/domain/assessment/answer/answer-words.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import type { AssessableSkill } from '#app/services/framework/read-assessable-skills.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { assessment } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { markAgreed } from './cycle/mark-agreed.server.ts';

/** One assessment on its way into the history. */
export interface NewAssessment extends AnswerDetail {
  skillId: string;
  source: AssessmentSource;
  answer: Answer;
  /** The ISO day it is for. */
  assessedOn: string;
  /** Who said it; null user for a key. */
  assessor: { userId: string | null; name: string };
  cycleId: string | null;
}

/**
 * Adds assessments of one person to the history, renews what is kept ready of them and their team, and records it in the audit:
 * the one way in for everything but a bulk import. Everything about who may, what is stale and what is well formed has been
 * asked by the caller, who holds the adoptions and the person. `skills` gives each its adopted version.
 */
export async function writeAssessments(
  tx: Tx,
  context: Context,
  person: { id: string; teamId: string | null },
  entries: readonly NewAssessment[],
  skills: ReadonlyMap<string, AssessableSkill>,
): Promise<string[]> {
  if (entries.length === 0) return [];
  const organisationId = context.db.organisationId;
  const rows = entries.map(({ skillId, source, answer, assessor, ...rest }) => ({
    ...rest,
    organisationId,
    id: randomUUID(),
    personId: person.id,
    skillId,
    frameworkVersionId: versionOf(skills, skillId),
    source: sourceCodes[source],
    level: answer.kind === 'level' ? answer.level : null,
    exemptUntil: answer.kind === 'exempt' ? answer.until : null,
    exemptReason: answer.kind === 'exempt' ? answer.reason : null,
    assessorUserId: assessor.userId,
    assessorName: assessor.name,
    recordedAt: context.now,
  }));
  await tx.insert(assessment).values(rows);
  await refreshCurrentAssessments(tx, organisationId, [person.id]);
  if (person.teamId) await refreshTeamSkillSummary(tx, organisationId, [person.teamId], todayOf(context));
  const cyclesAgreed = new Set(entries.flatMap(({ source, cycleId }) => (source === 'agreed' && cycleId ? [cycleId] : [])));
  for (const cycleId of cyclesAgreed) await markAgreed(tx, context, cycleId, person.id);
  for (const assessedOn of new Set(entries.map((entry) => entry.assessedOn))) {
    await recordAudit(tx, context, {
      action: 'assessment.save',
      subjectKind: 'person',
      subjectId: person.id,
      detail: { assessedOn, entries: entries.filter((entry) => entry.assessedOn === assessedOn).map(({ skillId, source }) => ({ skillId, source })) },
    });
  }
  return rows.map((row) => row.id);
}

function versionOf(skills: ReadonlyMap<string, AssessableSkill>, skillId: string): string {
  const known = skills.get(skillId);
  if (!known) throw new Error(`The skill ${skillId} is in no adopted framework version.`);
  return known.versionId;
}
