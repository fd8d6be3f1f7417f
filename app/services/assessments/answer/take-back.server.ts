import { and, eq, sql } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { within } from '#app/platform/within.server.ts';
import { readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { cycleParticipant } from '#db/schema/index.ts';
import type { HandingVoice } from './hand-in.server.ts';
import { participantFacts } from '#app/domain/assessment/cycle/participant-facts.ts';
import { voiceActions } from './voice-actions.ts';

/**
 * Takes a hand-in back, so that its answers can be changed; possible until both sides are shown. Where nothing is handed in it
 * does nothing. Throws 404 for an unknown person, 403 where the viewer may not speak as the source.
 */
export async function takeBack(context: Context, personId: string, source: HandingVoice): Promise<Outcome<{ cycleId: string }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const subject = await readLockedPerson(within(context, tx), personId);
    authorise(context, voiceActions[source], personSubject(subject));
    const round = await readOpenRound(tx, organisationId, personId);
    if (!round) return refused(null, `${subject.name} takes part in no open round.`);
    const facts = participantFacts(round.participant);
    const cycleId = round.cycle.id;
    if (facts.isRevealed) return refused(null, 'Both sides see the answers already: they cannot be taken back. What comes of them is agreed.');
    if (!(source === 'self' ? facts.selfIn : facts.managerIn)) return done({ cycleId });
    await tx
      .update(cycleParticipant)
      .set({
        ...(source === 'self' ? { selfInAt: null } : { managerInAt: null, managerInUserId: null, managerInName: null }),
        revision: sql`${cycleParticipant.revision} + 1`,
      })
      .where(
        and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId), eq(cycleParticipant.personId, personId)),
      );
    await recordAudit(tx, context, { action: 'answer.take-back', subjectKind: 'person', subjectId: personId, detail: { cycleId, source } });
    return done({ cycleId });
  });
}
