import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { within } from '#app/platform/within.server.ts';
import { cycle, cycleReminder } from '#db/schema/index.ts';
import { readCycleRecord } from './read-cycle-record.server.ts';

/**
 * Deletes a round that nobody has opened: nothing was asked or said in it. One that is open or closed is refused. Throws 404 for
 * an unknown round, 403 where the viewer may not run it.
 */
export async function deleteCycle(context: Context, cycleId: string): Promise<Outcome<{ name: string }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { cycle: found } = await readCycleRecord(within(context, tx), cycleId, { holds: true });
    authorise(context, 'run-cycles', { teamId: found.teamId });
    if (found.state !== 'planned') return refused(null, 'Only a planned round can be deleted: what was said in this one belongs to the history.');
    await tx.delete(cycleReminder).where(and(eq(cycleReminder.organisationId, organisationId), eq(cycleReminder.cycleId, cycleId)));
    await tx.delete(cycle).where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
    await recordAudit(tx, context, { action: 'cycle.delete', subjectKind: 'cycle', subjectId: cycleId, detail: { teamId: found.teamId } });
    return done({ name: found.name });
  });
}
