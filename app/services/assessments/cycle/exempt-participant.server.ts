import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { cycle, cycleParticipant, person } from '#db/schema/index.ts';
import { holdRounds } from './hold-rounds.server.ts';
import { joinNewcomers } from './join-newcomers.server.ts';
import { readCycleRecord } from './read-cycle-record.server.ts';

/**
 * Lets somebody sit an open round out, for a reason that whoever runs the round may read; without one, asks them again. What
 * they or their manager have given stays as it is. Throws 404 for an unknown round, 403 where the viewer may not run it.
 */
export async function exemptParticipant(context: Context, cycleId: string, personId: string, reason: string | null): Promise<Outcome<{ personId: string }>> {
  const organisationId = context.db.organisationId;
  const own = and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId), eq(cycleParticipant.personId, personId));
  return context.db.transaction(async (tx) => {
    await holdRounds(tx, organisationId);
    const record = await readCycleRecord(within(context, tx), cycleId);
    authorise(context, 'run-cycles', { teamId: record.cycle.teamId });
    const stranger = refused<{ personId: string }>('personId', 'Choose somebody who takes part in this round');
    if (!isUuid(personId)) return stranger;
    // Whoever answers for them holds them too; whether the round is open is asked once nobody else does.
    await tx.select({ id: person.id }).from(person).where(and(eq(person.organisationId, organisationId), eq(person.id, personId))).for('update');
    const [now] = await tx.select({ state: cycle.state }).from(cycle).where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
    if (now?.state !== 'open') return refused(null, 'This round is not open: nobody is asked anything in it.');
    await joinNewcomers(tx, organisationId, record, todayOf(context));
    const [found] = await tx.select({ exemptReason: cycleParticipant.exemptReason }).from(cycleParticipant).where(own).for('update');
    if (!found) return stranger;
    if (found.exemptReason === reason) return done({ personId });
    await tx.update(cycleParticipant).set({ exemptReason: reason, revision: sql`${cycleParticipant.revision} + 1` }).where(own);
    const action = reason === null ? ('cycle.ask-again' as const) : ('cycle.exempt' as const);
    const about = { subjectKind: 'person', subjectId: personId, detail: { cycleId } } as const;
    await recordAudit(tx, context, { action, ...about });
    return done({ personId });
  });
}
