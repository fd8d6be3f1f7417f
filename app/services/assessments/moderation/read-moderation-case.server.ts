import { and, desc, eq, isNull } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { type Doubt, findDoubts } from '#app/domain/assessment/moderation/find-doubts.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { within } from '#app/platform/within.server.ts';
import { readEvidencePieces } from '#app/services/assessments/evidence/read-evidence-pieces.server.ts';
import { type FormSkill, readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { assessment, cycle, cycleParticipant, dispute } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type ModerationDecision, readDecisions } from './read-decisions.server.ts';
import { readRoundCases } from './read-round-cases.server.ts';

/** One line of what was recorded of the person in the skill. */
export interface CaseEntry {
  id: string;
  source: AssessmentSource;
  /** Null: not observed, or exempt. */
  level: number | null;
  isExempt: boolean;
  note: string | null;
  /** The ticked statements, as "level.place" of the adopted wording; empty where they were ticked in another wording. */
  ticks: string[];
  assessedOn: string;
  assessorName: string;
  cycleId: string | null;
  cycleName: string | null;
  sequence: number;
}

export interface CaseView {
  person: PersonRecord;
  skill: Pick<FormSkill, 'skillId' | 'key' | 'name' | 'expectedLevel' | 'levels' | 'needsReview'>;
  /** The round that it is looked at in; null outside any. */
  cycle: { id: string; name: string; state: 'planned' | 'open' | 'closed' } | null;
  /** What each voice said last; null where it has said nothing that is on record. */
  newest: Record<AssessmentSource, CaseEntry | null>;
  /** Newest first. */
  entries: CaseEntry[];
  /** What is odd about the level of the round; empty outside any. */
  doubts: Doubt[];
  /** The dispute that waits for a decision. */
  dispute: { id: string; words: string; raisedOn: string } | null;
  evidence: EvidencePiece[];
  decisions: ModerationDecision[];
  /** The newest agreed assessment: what a decision is about, and brings back. Null where nothing is agreed. */
  agreedSequence: number | null;
}

/**
 * Everything about one person and one skill that a moderator decides on, of what is on record; hidden answers are no part of
 * it. Throws 404 for an unknown person or skill and for a round that the person is not in, 403 for whoever may not moderate the
 * person. The look is recorded.
 */
export async function readModerationCase(context: Context, { personId, skillId, cycleId }: { personId: string; skillId: string; cycleId: string | null }): Promise<CaseView> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'moderate-levels', personSubject(person));
  authorise(context, 'read-evidence', personSubject(person));
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const round = cycleId === null ? null : await readRound(tx, organisationId, cycleId, personId);
    const form = await readAssessmentForm(inside, personId, [skillId], 'moderation');
    const skill = form.skills.find((one) => one.skillId === skillId);
    if (!skill) throw notFound();
    const known = (await readAssessableSkills(inside)).get(skillId)!;
    const entries = await readEntries(tx, organisationId, personId, skillId, known.versionId);
    const cases = round ? await readRoundCases(tx, organisationId, { cycleId: round.id, opensOn: round.opensOn }, [personId], skillId) : [];
    const newestOf = (source: AssessmentSource) => entries.find((entry) => entry.source === source) ?? null;
    const { key, name, expectedLevel, levels, needsReview, newest } = skill;
    return {
      person,
      skill: { skillId, key, name, expectedLevel, levels, needsReview },
      cycle: round && { id: round.id, name: round.name, state: round.state },
      newest: { self: newestOf('self'), manager: newestOf('manager'), agreed: newestOf('agreed') },
      entries,
      doubts: cases.flatMap((one) => findDoubts({ ...one, personName: person.name, skillName: name })),
      dispute: await readDispute(tx, organisationId, personId, skillId),
      evidence: await readEvidencePieces(tx, context, organisationId, personId, skillId),
      decisions: await readDecisions(inside, personId, skillId),
      agreedSequence: newest.agreed?.sequence ?? null,
    };
  });
}

/** A round that the person is in. Throws 404 for any other. */
async function readRound(tx: Tx, organisationId: string, cycleId: string, personId: string) {
  if (!isUuid(cycleId)) throw notFound();
  const [found] = await tx
    .select({ id: cycle.id, name: cycle.name, state: cycle.state, opensOn: cycle.opensOn })
    .from(cycleParticipant)
    .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleParticipant.cycleId)))
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId), eq(cycleParticipant.personId, personId)));
  if (!found) throw notFound();
  return found;
}

async function readEntries(tx: Tx, organisationId: string, personId: string, skillId: string, versionId: string): Promise<CaseEntry[]> {
  const rows = await tx
    .select({ said: assessment, cycleName: cycle.name })
    .from(assessment)
    .leftJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, assessment.cycleId)))
    .where(and(eq(assessment.organisationId, organisationId), eq(assessment.personId, personId), eq(assessment.skillId, skillId)))
    .orderBy(desc(assessment.assessedOn), desc(assessment.sequence));
  return rows.map(({ said, cycleName }) => ({
    id: said.id,
    source: assessmentSources[said.source - 1] ?? 'self',
    level: said.level,
    isExempt: said.exemptUntil !== null,
    note: said.note,
    ticks: said.frameworkVersionId === versionId ? said.ticks : [],
    assessedOn: said.assessedOn,
    assessorName: said.assessorName,
    cycleId: said.cycleId,
    cycleName,
    sequence: said.sequence ?? 0,
  }));
}

async function readDispute(tx: Tx, organisationId: string, personId: string, skillId: string): Promise<CaseView['dispute']> {
  const [open] = await tx
    .select({ id: dispute.id, words: dispute.words, raisedOn: dispute.raisedOn })
    .from(dispute)
    .where(and(eq(dispute.organisationId, organisationId), eq(dispute.personId, personId), eq(dispute.skillId, skillId), isNull(dispute.settledAt)));
  return open ?? null;
}
