import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { mayReveal } from '#app/domain/assessment/cycle/may-reveal.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { participantFacts } from '#app/domain/assessment/cycle/participant-facts.ts';
import { revealAnswers } from './reveal-answers.server.ts';

/**
 * Shows both sides what was said of a person whose own last day has passed since the manager handed in, when nobody's hand-in
 * does it any more: for the person and those who assess or agree. Shown already is done. Refused while somebody is waited for.
 * Throws 404 for an unknown person, 403 for anybody else.
 */
export async function showAnswers(context: Context, personId: string): Promise<Outcome<{ isShown: true }>> {
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    await holdAdoptions(tx, context.db.organisationId);
    const subject = await readLockedPerson(inside, personId);
    const reach = personSubject(subject);
    if (!isPermitted(context.viewer, 'assess-self', reach)) authorise(context, 'assess-agreed', reach);
    const round = await readOpenRound(tx, context.db.organisationId, personId);
    if (!round) return refused(null, `${subject.name} takes part in no open round.`);
    const facts = participantFacts(round.participant);
    if (facts.isRevealed) return done({ isShown: true });
    if (!mayReveal(round.cycle, facts, todayOf(context))) return refused(null, 'Not everybody who is waited for has handed in.');
    await revealAnswers(tx, context, round, subject);
    return done({ isShown: true });
  });
}
