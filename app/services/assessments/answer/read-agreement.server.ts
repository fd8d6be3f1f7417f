import { and, desc, eq, inArray } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { levelsApart } from '#app/domain/assessment/answer/levels-apart.ts';
import { orderDifferences } from '#app/domain/assessment/answer/order-differences.ts';
import type { Context } from '#app/platform/context.ts';
import { type FormSkill, readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import type { NewestEntry } from '#app/services/assessments/read-newest-entries.server.ts';
import type { PersonRecord } from '#app/services/people/read-person.server.ts';
import { dispute } from '#db/schema/index.ts';
import { readVoices, type TypedAnswer, type Voices } from './read-voices.server.ts';

/** A dispute of an agreed level. The words are for the person, those who assess them and those who decide; null for everybody else. */
export interface DisputeOnPage {
  id: string;
  words: string | null;
  raisedOn: string;
  /** The round it was raised in; null outside any. */
  cycleId: string | null;
  /** Null while nobody has decided. */
  outcome: 'kept' | 'changed' | 'withdrawn' | null;
  settledOn: string | null;
}

/** One skill with what both sides said of it, and what was agreed. */
export interface AgreementSkill extends Omit<FormSkill, 'newest'> {
  /** Of the round, once both sides are shown; without a round the newest on record. */
  self: NewestEntry | null;
  manager: NewestEntry | null;
  /** The newest agreed answer. */
  agreed: NewestEntry | null;
  /** True where it was agreed in the open round. */
  isAgreedInRound: boolean;
  /** How many levels the person's own level lies above the manager's; null where one of them gave none. */
  apart: number | null;
  /** What is typed as agreed on the page of the team, and is not on record. */
  typed: TypedAnswer | null;
  dispute: DisputeOnPage | null;
}

export interface Agreement {
  person: PersonRecord;
  round: Voices['round'];
  /** Differences first, the largest before the others. Empty in a round that does not show both sides yet. */
  skills: AgreementSkill[];
  /** Of the agreed skills, so that a level can be disputed while a round waits. */
  agreedBefore: AgreementSkill[];
  mayAgree: boolean;
  mayDispute: boolean;
  /** Whether the viewer decides about disputes of this person. */
  mayDecide: boolean;
}

/**
 * What both sides said of a person, side by side, with what was agreed and disputed. In a round that does not show both yet
 * nothing of it is there; what was agreed before is. Throws 404 for an unknown person, 403 where the viewer may not see
 * ratings. The look is recorded.
 */
export async function readAgreement(context: Context, personId: string): Promise<Agreement> {
  const { round, typed } = await readVoices(context, personId);
  const { person, skills } = await readAssessmentForm(context, personId, [], 'agree');
  const reach = personSubject(person);
  // As evidence: for the person, those who assess them and those who decide.
  const mayReadWords = isPermitted(context.viewer, 'read-evidence', reach);
  const disputes = await readDisputes(context, personId, skills.map(({ skillId }) => skillId), mayReadWords);
  const ofRound = (entry: NewestEntry | null) => (round === null || entry?.cycleId === round.id ? entry : null);
  const rows = skills.map(({ newest, ...skill }): AgreementSkill => {
    const [self, manager] = [ofRound(newest.self), ofRound(newest.manager)];
    const apart = levelsApart({ selfLevel: self?.level ?? null, managerLevel: manager?.level ?? null });
    const isAgreedInRound = round !== null && newest.agreed?.cycleId === round.id;
    const drafted = typed.find((one) => one.skillId === skill.skillId && one.source === 'agreed') ?? null;
    return { ...skill, self, manager, agreed: newest.agreed, isAgreedInRound, apart, typed: drafted, dispute: disputes.get(skill.skillId) ?? null };
  });
  const isShown = round === null || round.isRevealed;
  const named = rows.map((row) => ({ row, name: row.name, selfLevel: row.self?.level ?? null, managerLevel: row.manager?.level ?? null }));
  return {
    person,
    round,
    skills: isShown ? orderDifferences(named).map(({ row }) => row) : [],
    agreedBefore: isShown ? [] : rows.filter((row) => row.agreed !== null).map((row) => ({ ...row, self: null, manager: null, apart: null })),
    mayAgree: isShown && isPermitted(context.viewer, 'assess-agreed', reach),
    mayDispute: isPermitted(context.viewer, 'dispute-level', reach),
    mayDecide: isPermitted(context.viewer, 'moderate-levels', reach),
  };
}

/** Of each skill the dispute that is open, or else the newest that was settled. */
async function readDisputes(context: Context, personId: string, skillIds: readonly string[], mayReadWords: boolean): Promise<Map<string, DisputeOnPage>> {
  if (skillIds.length === 0) return new Map();
  const rows = await context.db.transaction((tx) =>
    tx
      .select()
      .from(dispute)
      .where(and(eq(dispute.organisationId, context.db.organisationId), eq(dispute.personId, personId), inArray(dispute.skillId, [...skillIds])))
      .orderBy(desc(dispute.raisedAt)),
  );
  const bySkill = new Map<string, DisputeOnPage>();
  for (const { id, skillId, cycleId, words, raisedOn, outcome, settledOn } of rows) {
    const held = bySkill.get(skillId);
    if (held && (held.outcome === null || outcome !== null)) continue;
    bySkill.set(skillId, { id, words: mayReadWords ? words : null, raisedOn, cycleId, outcome, settledOn });
  }
  return bySkill;
}
