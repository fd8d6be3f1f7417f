import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { findAnswerProblem } from '#app/domain/assessment/answer/find-answer-problem.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readAnswerableSkills } from '#app/services/assessments/answer/read-answerable-skills.server.ts';
import { type OpenRound, readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { type NewestEntry, readNewestEntries } from '#app/services/assessments/read-newest-entries.server.ts';
import { writeAssessments } from '#app/services/assessments/write-assessments.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { assessment, cycle, cycleParticipant, dispute, moderationDecision } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { DecisionInput } from './decision-input.ts';
import { queueDecisionMail } from './queue-decision-mail.server.ts';

/** Whose level is decided, in which skill, and in which round; null where it is outside any. */
export interface DecisionPlace {
  personId: string;
  skillId: string;
  cycleId: string | null;
}

export type DecideOutcome =
  | { ok: true; value: { decisionId: string } }
  /** `stale`: the agreed level, or the dispute, is another one than the moderator had seen. */
  | { ok: false; kind: 'problem' | 'stale' | 'confirm-undefined'; problem: Problem };

/**
 * Decides about one agreed level: it is kept, or another one is agreed, by the moderator's word and with their reason. An open
 * dispute is settled by it, and the person is told by mail that something was decided. All of it is kept or none; the same
 * decision sent twice is one. Refused where nothing is agreed, where the level or the dispute has changed since the moderator
 * looked, in a closed round without a dispute, and where a level is changed while a round waits for both sides. Throws 404 for
 * an unknown person, skill or round of theirs, 403 for whoever may not moderate them, and for the person themself.
 */
export async function decideLevel(context: Context, place: DecisionPlace, input: DecisionInput): Promise<DecideOutcome> {
  const organisationId = context.db.organisationId;
  const { personId, skillId, cycleId } = place;
  return context.db.transaction(async (tx): Promise<DecideOutcome> => {
    const inside = within(context, tx);
    await holdAdoptions(tx, organisationId);
    const skills = await readAssessableSkills(inside);
    const subject = await readLockedPerson(inside, personId);
    authorise(context, 'moderate-levels', personSubject(subject));
    const skill = skills.get(skillId);
    if (!skill) throw notFound();
    const cycleState = cycleId === null ? null : await readCycleState(tx, organisationId, cycleId, personId);
    const round = await readOpenRound(tx, organisationId, personId);
    const agreed = (await readNewestEntries(tx, organisationId, personId)).find((entry) => entry.skillId === skillId && entry.source === 'agreed');
    if (!agreed) return problem('Nothing is agreed of this skill yet, so there is nothing to decide about');
    const disputeId = await readOpenDispute(tx, organisationId, place);
    const stored = await findSameDecision(tx, context, place, input, agreed);
    if (stored) return { ok: true, value: { decisionId: stored } };
    if (agreed.sequence !== input.agreedSequence || disputeId !== input.disputeId) {
      const message = 'The agreed level, or what the person says of it, has changed since you opened this page. Nothing was saved: look at it and decide again.';
      return { ok: false, kind: 'stale', problem: { field: null, message } };
    }
    if (cycleState !== null && cycleState !== 'open' && disputeId === null) return problem('This round is closed: only a dispute can still be decided in it');
    if (input.kind === 'changed') {
      const wrong = await whyNotChanged(tx, context, { input, agreed, round, name: subject.name }, skill);
      if (wrong) return wrong;
    }
    const settled = { outcome: input.kind, settledOn: todayOf(context), settledAt: context.now };
    if (disputeId) await tx.update(dispute).set(settled).where(and(eq(dispute.organisationId, organisationId), eq(dispute.id, disputeId)));
    const decisionId = await addDecision(tx, context, place, input, { levelBefore: agreed.level, disputeId });
    if (input.kind === 'changed') await writeAssessments(tx, context, subject, [newAgreement(context, skillId, input, round)], skills);
    else await refreshCurrentAssessments(tx, organisationId, [personId]);
    const detail = { skillId, kind: input.kind, ...(cycleId ? { cycleId } : {}), ...(disputeId ? { disputeId } : {}) };
    await recordAudit(tx, context, { action: 'moderation.decide', subjectKind: 'person', subjectId: personId, detail });
    await queueDecisionMail(tx, context, personId);
    return { ok: true, value: { decisionId } };
  });
}

function problem(message: string, field: string | null = null): DecideOutcome & { ok: false } {
  return { ok: false, kind: 'problem', problem: { field, message } };
}

/** The state of a round in which the person is. Throws 404 for any other. */
async function readCycleState(tx: Tx, organisationId: string, cycleId: string, personId: string): Promise<string> {
  if (!isUuid(cycleId)) throw notFound();
  const [found] = await tx
    .select({ state: cycle.state })
    .from(cycleParticipant)
    .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleParticipant.cycleId)))
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId), eq(cycleParticipant.personId, personId)));
  if (!found) throw notFound();
  return found.state;
}

async function readOpenDispute(tx: Tx, organisationId: string, { personId, skillId }: DecisionPlace): Promise<string | null> {
  const [open] = await tx
    .select({ id: dispute.id })
    .from(dispute)
    .where(and(eq(dispute.organisationId, organisationId), eq(dispute.personId, personId), eq(dispute.skillId, skillId), isNull(dispute.settledAt)));
  return open?.id ?? null;
}

/** The newest decision, where it is the one that is sent again: the same in everything, and nothing was agreed after it. */
async function findSameDecision(tx: Tx, context: Context, { personId, skillId, cycleId }: DecisionPlace, input: DecisionInput, agreed: NewestEntry): Promise<string | null> {
  const organisationId = context.db.organisationId;
  const [newest] = await tx
    .select()
    .from(moderationDecision)
    .where(and(eq(moderationDecision.organisationId, organisationId), eq(moderationDecision.personId, personId), eq(moderationDecision.skillId, skillId)))
    .orderBy(desc(moderationDecision.decidedAt), desc(moderationDecision.id))
    .limit(1);
  const [{ recordedAt } = { recordedAt: context.now }] = await tx
    .select({ recordedAt: assessment.recordedAt })
    .from(assessment)
    .where(and(eq(assessment.organisationId, organisationId), eq(assessment.id, agreed.id)));
  if (!newest || newest.decidedAt < recordedAt) return null;
  const levelAfter = input.kind === 'kept' ? agreed.level : levelOf(input);
  const isSame =
    newest.decidedByUserId === context.viewer.userId &&
    newest.decidedByName === context.viewer.name &&
    newest.cycleId === cycleId &&
    newest.disputeId === input.disputeId &&
    newest.kind === input.kind &&
    newest.levelAfter === levelAfter &&
    newest.reason === input.reason;
  return isSame ? newest.id : null;
}

interface Change {
  input: DecisionInput;
  agreed: NewestEntry;
  round: OpenRound | null;
  name: string;
}

async function whyNotChanged(tx: Tx, context: Context, { input, agreed, round, name }: Change, skill: { id: string; name: string; versionId: string; highestLevel: number; key: string; frameworkId: string }) {
  if (round && round.participant.revealedAt === null) {
    return problem(`${name} takes part in ${round.cycle.name}, where both sides have not answered yet. Change the level once they have, or keep it.`);
  }
  if (agreed.exemptUntil === null && agreed.level === levelOf(input)) return problem('This is what is agreed already: choose another level, or keep it', 'answer');
  const answerable = (await readAnswerableSkills(tx, context.db.organisationId, [skill])).get(skill.id)!;
  const wrong = findAnswerProblem(input.answer, { ticks: [], undefinedConfirmed: input.undefinedConfirmed }, answerable, todayOf(context));
  return wrong && { ok: false as const, kind: wrong.kind, problem: { field: 'answer', message: wrong.message } };
}

/** The level that a change sets; null: not observed. */
function levelOf({ answer }: DecisionInput): number | null {
  return answer?.kind === 'level' ? answer.level : null;
}

async function addDecision(tx: Tx, { db, viewer, now }: Context, place: DecisionPlace, input: DecisionInput, { levelBefore, disputeId }: { levelBefore: number | null; disputeId: string | null }): Promise<string> {
  const id = randomUUID();
  const levelAfter = input.kind === 'kept' ? levelBefore : levelOf(input);
  await tx.insert(moderationDecision).values({
    ...place, organisationId: db.organisationId, id, disputeId, kind: input.kind, levelBefore, levelAfter, reason: input.reason,
    decidedByUserId: viewer.userId, decidedByName: viewer.name, decidedAt: now,
  });
  return id;
}

/** What is agreed from now on, in the person's open round where the day is one of its days. */
function newAgreement(context: Context, skillId: string, { answer, undefinedConfirmed }: DecisionInput, round: OpenRound | null) {
  const assessedOn = todayOf(context);
  const isInRound = round !== null && round.cycle.opensOn <= assessedOn && assessedOn <= round.cycle.closesOn;
  return {
    skillId,
    source: 'agreed' as const,
    answer: answer!,
    note: null,
    ticks: [],
    unchangedSince: null,
    undefinedConfirmed,
    assessedOn,
    assessor: { userId: context.viewer.userId, name: context.viewer.name },
    cycleId: isInRound ? round.cycle.id : null,
  };
}
