import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import type { OpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { cycleParticipant } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { moveAnswers } from './move-answers.server.ts';

/**
 * Shows both sides what was said of a person in a round: what each voice has handed in becomes part of the history, and the
 * person counts as shown from then on. What a voice has typed and not handed in stays with that voice. Once shown it does
 * nothing. The caller holds the adoptions, the person and the participant, and has asked whether it may be shown.
 */
export async function revealAnswers(
  tx: Tx,
  context: Context,
  round: OpenRound,
  person: { id: string; teamId: string | null },
): Promise<{ moved: number }> {
  const { cycle, participant } = round;
  if (participant.revealedAt !== null) return { moved: 0 };
  const organisationId = context.db.organisationId;
  const shown = await tx
    .update(cycleParticipant)
    .set({ revealedAt: context.now, revision: sql`${cycleParticipant.revision} + 1` })
    .where(
      and(
        eq(cycleParticipant.organisationId, organisationId),
        eq(cycleParticipant.cycleId, cycle.id),
        eq(cycleParticipant.personId, person.id),
        sql`${cycleParticipant.revealedAt} is null`,
      ),
    );
  if (shown.rowCount === 0) return { moved: 0 };
  const voices = [...(participant.selfInAt === null ? [] : ['self' as const]), ...(participant.managerInAt === null ? [] : ['manager' as const])];
  const skills = await readAssessableSkills(within(context, tx));
  const moved = await moveAnswers(tx, context, person, voices, skills, { cycleId: cycle.id });
  await recordAudit(tx, context, { action: 'answer.reveal', subjectKind: 'person', subjectId: person.id, detail: { cycleId: cycle.id, moved } });
  return { moved };
}
