import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { revealAnswers } from '#app/services/assessments/answer/reveal-answers.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { keepSnapshot } from '#db/current/keep-snapshot.ts';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { holdRounds } from './hold-rounds.server.ts';
import { joinNewcomers } from './join-newcomers.server.ts';
import { readClosing } from './read-closing.server.ts';

/**
 * Closes an open round for good. What somebody has handed in is shown and becomes history; each person keeps the team that they
 * stand in, for which the round then counts them, and how the round's teams stand is kept for the pictures. With something missing it
 * asks for a note that says why it is closed all the same. It is all of this or none. Throws 404 for an unknown round, 403 where the viewer may not run it.
 */
export async function closeCycle(context: Context, cycleId: string, input: { closingNote: string | null }): Promise<Outcome<{ shown: number }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    await holdAdoptions(tx, organisationId);
    await holdRounds(tx, organisationId);
    const asked = await readClosing(inside, cycleId, { holds: true });
    if (asked.cycle.state !== 'open') return refused(null, asked.cycle.state === 'closed' ? 'This round is closed already.' : 'This round has not been opened: delete it instead.');
    await joinNewcomers(tx, organisationId, asked, todayOf(context));
    await holdPeople(tx, organisationId, cycleId);
    // As it stands now that nobody can answer any more.
    const closing = await readClosing(inside, cycleId);
    const { missing, isMissing } = closing;
    if (isMissing && input.closingNote === null) return refused('closingNote', 'Say why the round is closed although something is missing');
    const shown = await showWhatWasGiven(tx, context, closing);
    await tx.execute(sql`
      update cycle_participant set team_id = placement.team_id
      from placement
      where cycle_participant.organisation_id = ${organisationId} and cycle_participant.cycle_id = ${cycleId}
        and placement.organisation_id = ${organisationId} and placement.person_id = cycle_participant.person_id and placement.ends_on is null`);
    await tx
      .update(cycle)
      .set({ state: 'closed', closedAt: context.now, closedByName: context.viewer.name, closingNote: input.closingNote, revision: sql`${cycle.revision} + 1` })
      .where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
    await keepSnapshot(tx, organisationId, cycleId, todayOf(context));
    const counts = Object.fromEntries(Object.entries(missing).map(([step, people]) => [step, people.length]));
    await recordAudit(tx, context, { action: 'cycle.close', subjectKind: 'cycle', subjectId: cycleId, detail: { shown, missing: counts } });
    return done({ shown });
  });
}

/** Whoever answers for a person holds them: once all are held here, nobody can answer in the round until it is closed. */
async function holdPeople(tx: Tx, organisationId: string, cycleId: string): Promise<void> {
  await tx.execute(sql`
    select 1 from person where organisation_id = ${organisationId}
      and id in (select person_id from cycle_participant where organisation_id = ${organisationId} and cycle_id = ${cycleId})
    order by id for update`);
}

async function showWhatWasGiven(tx: Tx, context: Context, { cycle: round, people }: Awaited<ReturnType<typeof readClosing>>): Promise<number> {
  const organisationId = context.db.organisationId;
  const participants = await tx
    .select()
    .from(cycleParticipant)
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, round.id)))
    .orderBy(cycleParticipant.personId)
    .for('update');
  const members = new Map(people.map((member) => [member.id, member]));
  let shown = 0;
  for (const participant of participants) {
    const isGiven = participant.selfInAt !== null || participant.managerInAt !== null;
    if (!isGiven || participant.revealedAt !== null || participant.exemptReason !== null) continue;
    const teamId = members.get(participant.personId)?.teamId ?? null;
    await revealAnswers(tx, context, { cycle: round, participant }, { id: participant.personId, teamId });
    shown += 1;
  }
  return shown;
}
