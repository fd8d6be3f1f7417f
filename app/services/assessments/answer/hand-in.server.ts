import { and, eq, sql } from 'drizzle-orm';
import { mayReveal } from '#app/domain/assessment/cycle/may-reveal.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { type OpenRound, readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { cycleParticipant } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { moveAnswers } from './move-answers.server.ts';
import { participantFacts } from '#app/domain/assessment/cycle/participant-facts.ts';
import { readUnanswered, type UnansweredSkill } from './read-unanswered.server.ts';
import { revealAnswers } from './reveal-answers.server.ts';
import { voiceActions } from './voice-actions.ts';

/** The voices that hand in; what is agreed is on record at once. */
export type HandingVoice = 'self' | 'manager';

export type HandInOutcome =
  /** `isShown` says that both sides now see what the other said. */
  | { ok: true; value: { isShown: boolean } }
  /** `missing` names what is unanswered, where it is that what has to be accepted. */
  | { ok: false; problem: Problem; missing: UnansweredSkill[] };

/**
 * Hands in what one voice says of a person in their open round. Where an expected skill has no answer, or a note stands without
 * one, it says which and asks for `acceptMissing`. Once both sides are in, or the other need not be waited for, both are shown
 * at once. Handing in twice is handing in once. A voice that comes after the showing goes on record as it is handed in. Throws
 * 404 for an unknown person, 403 where the viewer may not speak as the source.
 */
export async function handIn(
  context: Context,
  personId: string,
  source: HandingVoice,
  { acceptMissing = false }: { acceptMissing?: boolean } = {},
): Promise<HandInOutcome> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx): Promise<HandInOutcome> => {
    const inside = within(context, tx);
    await holdAdoptions(tx, organisationId);
    const subject = await readLockedPerson(inside, personId);
    authorise(context, voiceActions[source], personSubject(subject));
    const round = await readOpenRound(tx, organisationId, personId);
    if (!round) return { ok: false, problem: { field: null, message: `${subject.name} takes part in no open round.` }, missing: [] };
    const facts = participantFacts(round.participant);
    if (source === 'self' ? facts.selfIn : facts.managerIn) return { ok: true, value: { isShown: facts.isRevealed } };
    const missing = await readUnanswered(inside, personId, source);
    if (missing.length > 0 && !acceptMissing) {
      const message = missing.length === 1 ? 'One skill has no answer' : `${missing.length} skills have no answer`;
      return { ok: false, problem: { field: null, message: `${message}: answer, or hand in without.` }, missing };
    }
    const handed = await markIn(tx, context, round, source);
    await recordAudit(tx, context, { action: 'answer.hand-in', subjectKind: 'person', subjectId: personId, detail: { cycleId: round.cycle.id, source } });
    if (facts.isRevealed) {
      await moveAnswers(tx, context, subject, [source], await readAssessableSkills(inside), { cycleId: round.cycle.id });
      return { ok: true, value: { isShown: true } };
    }
    const isShown = mayReveal(round.cycle, participantFacts(handed.participant), todayOf(context));
    if (isShown) await revealAnswers(tx, context, handed, subject);
    return { ok: true, value: { isShown } };
  });
}

async function markIn(tx: Tx, context: Context, { cycle, participant }: OpenRound, source: HandingVoice): Promise<OpenRound> {
  const { viewer, now } = context;
  const [handed] = await tx
    .update(cycleParticipant)
    .set({
      ...(source === 'self' ? { selfInAt: now } : { managerInAt: now, managerInUserId: viewer.userId, managerInName: viewer.name }),
      revision: sql`${cycleParticipant.revision} + 1`,
    })
    .where(
      and(
        eq(cycleParticipant.organisationId, participant.organisationId),
        eq(cycleParticipant.cycleId, cycle.id),
        eq(cycleParticipant.personId, participant.personId),
      ),
    )
    .returning();
  return { cycle, participant: handed! };
}
