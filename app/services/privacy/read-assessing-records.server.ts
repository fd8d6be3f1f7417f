import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import type { ExportRows } from '#app/domain/privacy/export-section.ts';
import { isoMoment } from '#app/platform/iso-moment.ts';
import {
  answer,
  confirmedScore,
  cycle,
  cycleParticipant,
  cycleReminder,
  dispute,
  evidence,
  moderationDecision,
  objective,
  scoringScheme,
  skill,
  spreadsheetImport,
  team,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { DataSubject } from './data-subject.ts';

type OfPerson = Pick<ExportRows, 'evidence' | 'objectives' | 'rounds' | 'disputes' | 'decisions' | 'scores'>;
type OfUser = Pick<ExportRows, 'reminders' | 'roundsClosed' | 'importsMade'>;

/**
 * What rounds of assessing hold of somebody beside the assessments: as a person and as a user. Their own answers that are not
 * on record are in it only with `withOwnWords`: before the other side has answered they are for nobody else.
 */
export async function readAssessingRecords(
  tx: Tx,
  subject: DataSubject,
  { withOwnWords }: { withOwnWords: boolean },
): Promise<Required<OfPerson> & Required<OfUser> & Pick<ExportRows, 'answers'>> {
  const { organisationId, personId } = subject;
  const none = { evidence: [], objectives: [], rounds: [], disputes: [], decisions: [], scores: [] };
  return {
    ...(personId === null ? none : await readOfPerson(tx, organisationId, personId)),
    ...(await readOfUser(tx, subject)),
    ...(withOwnWords ? { answers: personId === null ? [] : await readOwnAnswers(tx, organisationId, personId) } : {}),
  };
}

async function readOwnAnswers(tx: Tx, organisationId: string, personId: string): Promise<Required<ExportRows>['answers']> {
  const { kind, level, exemptUntil, exemptReason, note, ticks, unchangedSince, undefinedConfirmed, writerName: writer, writtenAt } = answer;
  const rows = await tx
    .select({ skill: skill.name, kind, level, exemptUntil, exemptReason, note, ticks, unchangedSince, undefinedConfirmed, writer, writtenAt })
    .from(answer)
    .innerJoin(skill, and(eq(skill.organisationId, organisationId), eq(skill.id, answer.skillId)))
    .where(and(eq(answer.organisationId, organisationId), eq(answer.personId, personId), eq(answer.source, sourceCodes.self)))
    .orderBy(asc(skill.name));
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }));
}

async function readOfPerson(tx: Tx, organisationId: string, personId: string): Promise<Required<OfPerson>> {
  const ofSkill = (id: typeof evidence.skillId | typeof objective.skillId | typeof dispute.skillId | typeof moderationDecision.skillId) => and(eq(skill.organisationId, organisationId), eq(skill.id, id));
  const ofCycle = (id: typeof dispute.cycleId | typeof confirmedScore.cycleId | typeof moderationDecision.cycleId | typeof cycleParticipant.cycleId) =>
    and(eq(cycle.organisationId, organisationId), eq(cycle.id, id));
  const given = await tx
    .select({ row: evidence, skill: skill.name })
    .from(evidence)
    .innerJoin(skill, ofSkill(evidence.skillId))
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.personId, personId)))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
  const worked = await tx
    .select({ row: objective, skill: skill.name })
    .from(objective)
    .innerJoin(skill, ofSkill(objective.skillId))
    .where(and(eq(objective.organisationId, organisationId), eq(objective.personId, personId)))
    .orderBy(asc(objective.addedAt), asc(objective.id));
  const rounds = await tx
    .select({ row: cycleParticipant, cycle: cycle.name, team: team.name })
    .from(cycleParticipant)
    .innerJoin(cycle, ofCycle(cycleParticipant.cycleId))
    .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, cycleParticipant.teamId)))
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.personId, personId)))
    .orderBy(asc(cycle.opensOn), asc(cycle.id));
  const { raisedOn, words, outcome, settledOn } = dispute;
  const disputes = await tx
    .select({ skill: skill.name, cycle: cycle.name, raisedOn, words, outcome, settledOn })
    .from(dispute)
    .innerJoin(skill, ofSkill(dispute.skillId))
    .leftJoin(cycle, ofCycle(dispute.cycleId))
    .where(and(eq(dispute.organisationId, organisationId), eq(dispute.personId, personId)))
    .orderBy(asc(dispute.raisedAt), asc(dispute.id));
  const { kind, levelBefore, levelAfter, reason, decidedByName: decidedBy, decidedAt } = moderationDecision;
  const decisions = await tx
    .select({ skill: skill.name, cycle: cycle.name, kind, levelBefore, levelAfter, reason, decidedBy, decidedAt })
    .from(moderationDecision)
    .innerJoin(skill, ofSkill(moderationDecision.skillId))
    .leftJoin(cycle, ofCycle(moderationDecision.cycleId))
    .where(and(eq(moderationDecision.organisationId, organisationId), eq(moderationDecision.personId, personId)))
    .orderBy(asc(decidedAt), asc(moderationDecision.id));
  const scores = await tx
    .select({ row: confirmedScore, scheme: scoringScheme.name, cycle: cycle.name })
    .from(confirmedScore)
    .innerJoin(scoringScheme, and(eq(scoringScheme.organisationId, organisationId), eq(scoringScheme.id, confirmedScore.schemeId)))
    .leftJoin(cycle, ofCycle(confirmedScore.cycleId))
    .where(and(eq(confirmedScore.organisationId, organisationId), eq(confirmedScore.personId, personId)))
    .orderBy(asc(confirmedScore.confirmedAt), asc(confirmedScore.id));
  return {
    evidence: given.map(({ row, skill: skillName }) => ({
      skill: skillName,
      source: row.source === sourceCodes.self ? 'self' : 'manager',
      author: row.authorName,
      happenedOn: row.happenedOn,
      happenedUntil: row.happenedUntil,
      summary: row.summary,
      situation: row.situation,
      task: row.task,
      action: row.action,
      result: row.result,
      links: row.links,
      addedAt: row.addedAt.toISOString(),
      changedAt: isoMoment(row.changedAt),
      withdrawnAt: isoMoment(row.withdrawnAt),
    })),
    objectives: worked.map(({ row, skill: skillName }) => ({
      skill: skillName,
      words: row.words,
      targetLevel: row.targetLevel,
      dueOn: row.dueOn,
      addedBy: row.addedByName,
      addedAt: row.addedAt.toISOString(),
      changedBy: row.changedByName,
      changedAt: isoMoment(row.changedAt),
      outcome: row.outcome,
      outcomeWords: row.outcomeWords,
      endedBy: row.endedByName,
      endedAt: isoMoment(row.endedAt),
      withdrawnAt: isoMoment(row.withdrawnAt),
    })),
    rounds: rounds.map(({ row, cycle: cycleName, team: teamName }) => ({
      cycle: cycleName,
      team: teamName,
      selfInAt: isoMoment(row.selfInAt),
      managerInAt: isoMoment(row.managerInAt),
      managerInName: row.managerInName,
      revealedAt: isoMoment(row.revealedAt),
      agreedAt: isoMoment(row.agreedAt),
      agreedName: row.agreedName,
      moderatedAt: isoMoment(row.moderatedAt),
      moderatedName: row.moderatedName,
      exemptReason: row.exemptReason,
    })),
    disputes,
    decisions: decisions.map((row) => ({ ...row, decidedAt: row.decidedAt.toISOString() })),
    scores: scores.map(({ row, scheme, cycle: cycleName }) => ({
      scheme,
      cycle: cycleName,
      suggestedPoints: row.suggestedPoints,
      suggestedBand: row.suggestedBand,
      confirmedBand: row.confirmedBand,
      reason: row.reason,
      confirmedBy: row.confirmedByName,
      confirmedAt: row.confirmedAt.toISOString(),
    })),
  };
}

async function readOfUser(tx: Tx, { organisationId, userId, names }: DataSubject): Promise<Required<OfUser>> {
  if (userId === null) return { reminders: [], roundsClosed: [], importsMade: [] };
  const reminders = await tx
    .select({ cycle: cycle.name, sentOn: cycleReminder.sentOn })
    .from(cycleReminder)
    .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleReminder.cycleId)))
    .where(and(eq(cycleReminder.organisationId, organisationId), eq(cycleReminder.userId, userId)))
    .orderBy(asc(cycleReminder.sentOn));
  // A round keeps the name alone, as a notice does.
  const closed = await tx
    .select({ cycle: cycle.name, closedAt: cycle.closedAt, closingNote: cycle.closingNote })
    .from(cycle)
    .where(and(eq(cycle.organisationId, organisationId), inArray(cycle.closedByName, names)))
    .orderBy(asc(cycle.closedAt));
  const { fileName, kind, state, importerName: importer, createdAt, appliedAt } = spreadsheetImport;
  const imports = await tx
    .select({ fileName, kind: sql<string>`${kind}`, state: sql<string>`${state}`, importer, createdAt, appliedAt })
    .from(spreadsheetImport)
    .where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.importerUserId, userId)))
    .orderBy(desc(createdAt));
  return {
    reminders,
    roundsClosed: closed.map((row) => ({ ...row, closedAt: isoMoment(row.closedAt) })),
    importsMade: imports.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), appliedAt: isoMoment(row.appliedAt) })),
  };
}
