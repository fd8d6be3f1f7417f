import { and, asc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { mayReveal } from '#app/domain/assessment/cycle/may-reveal.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { revealAnswers } from '#app/services/assessments/answer/reveal-answers.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { cycle, cycleParticipant, person, placement } from '#db/schema/index.ts';
import { readOpenRound } from './read-open-round.server.ts';

/**
 * Shows what was said of everybody whose manager has handed in and whose own last day is over, one person a transaction. Answers
 * how many. Runs at any time, and by any number of processes: who is shown is shown once.
 */
export async function revealOverdue(context: Context): Promise<number> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const due = await context.db.transaction((tx) =>
    tx
      .select({ personId: cycleParticipant.personId })
      .from(cycleParticipant)
      .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleParticipant.cycleId)))
      .where(
        and(
          eq(cycleParticipant.organisationId, organisationId),
          eq(cycle.state, 'open'),
          isNotNull(cycleParticipant.managerInAt),
          isNull(cycleParticipant.revealedAt),
          isNull(cycleParticipant.exemptReason),
          or(isNull(cycle.selfDueOn), lt(cycle.selfDueOn, today), isNotNull(cycleParticipant.selfInAt)),
        ),
      )
      .orderBy(asc(cycleParticipant.personId)),
  );
  let shown = 0;
  for (const { personId } of due) {
    shown += await context.db.transaction(async (tx) => {
      await holdAdoptions(tx, organisationId);
      await tx.select({ id: person.id }).from(person).where(and(eq(person.organisationId, organisationId), eq(person.id, personId))).for('update');
      const round = await readOpenRound(tx, organisationId, personId);
      if (!round || round.participant.revealedAt !== null) return 0;
      const { selfInAt, managerInAt } = round.participant;
      if (!mayReveal(round.cycle, { selfIn: selfInAt !== null, managerIn: managerInAt !== null }, today)) return 0;
      const [place] = await tx
        .select({ teamId: placement.teamId })
        .from(placement)
        .where(and(eq(placement.organisationId, organisationId), eq(placement.personId, personId), isNull(placement.endsOn)));
      await revealAnswers(tx, context, round, { id: personId, teamId: place?.teamId ?? null });
      return 1;
    });
  }
  return shown;
}
