import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { cycle } from '#db/schema/index.ts';
import { holdRounds } from './hold-rounds.server.ts';
import { joinNewcomers } from './join-newcomers.server.ts';
import { readOpening } from './read-opening.server.ts';

/**
 * Opens a planned round: from then on everybody who stands in its teams today takes part. Opened before its day, it opens today.
 * Opened twice, or by two at once, it is opened once and refused the other time; so it is where somebody takes part in another
 * open round. Throws 404 for an unknown round, 403 where the viewer may not run it.
 */
export async function openCycle(context: Context, cycleId: string): Promise<Outcome<{ people: number }>> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  return context.db.transaction(async (tx) => {
    await holdRounds(tx, organisationId);
    const opening = await readOpening(within(context, tx), cycleId, { holds: true });
    if (opening.obstacle !== null) return refused(null, opening.obstacle);
    await tx
      .update(cycle)
      .set({ state: 'open', openedAt: context.now, opensOn: sql`least(${cycle.opensOn}, ${today}::date)`, revision: sql`${cycle.revision} + 1` })
      .where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
    const people = await joinNewcomers(tx, organisationId, opening, today);
    await recordAudit(tx, context, { action: 'cycle.open', subjectKind: 'cycle', subjectId: cycleId, detail: { teamId: opening.cycle.teamId, people } });
    return done({ people });
  });
}
