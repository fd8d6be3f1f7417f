import { and, eq, sql } from 'drizzle-orm';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome, Problem } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { within } from '#app/platform/within.server.ts';
import { cycle } from '#db/schema/index.ts';
import type { CycleDetails } from './cycle-input.ts';
import { type CycleRow, readCycleRecord } from './read-cycle-record.server.ts';

/**
 * Changes a planned round; of an open one its last days and the day on which it closes, never into the past. A closed round and
 * an edit of an older revision are refused. Throws 404 for an unknown round, 403 where the viewer may not run it, or not where it
 * is to go.
 */
export async function editCycle(context: Context, cycleId: string, input: CycleDetails & { revision: number }): Promise<Outcome<{ cycleId: string }>> {
  const organisationId = context.db.organisationId;
  const { revision, ...details } = input;
  try {
    return await context.db.transaction(async (tx) => {
      const { cycle: before, tree } = await readCycleRecord(within(context, tx), cycleId, { holds: true });
      authorise(context, 'run-cycles', { teamId: before.teamId });
      if (before.revision !== revision) return refused(null, 'Somebody else changed this round meanwhile. Nothing was saved: look at it and save again.');
      if (before.state === 'closed') return refused(null, 'This round is closed, and stays as it was.');
      if (details.teamId !== before.teamId) {
        if (details.teamId !== null && !tree.some(({ id }) => id === details.teamId)) return refused('teamId', 'Choose a team from the list');
        authorise(context, 'run-cycles', { teamId: details.teamId });
      }
      const fault = before.state === 'open' ? faultOfMoving(before, details, todayOf(context)) : null;
      if (fault) return { ok: false, problem: fault };
      await tx
        .update(cycle)
        .set({ ...details, revision: sql`${cycle.revision} + 1` })
        .where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
      await recordAudit(tx, context, { action: 'cycle.edit', subjectKind: 'cycle', subjectId: cycleId, detail: changesOf(before, details) });
      return done({ cycleId });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'cycle_organisation_id_name_unique')) return refused('name', 'There is already a round of this name');
    throw error;
  }
}

/** People have been told what is asked of them, how it is seen and until when: only later days are open to change. */
function faultOfMoving(before: CycleRow, after: CycleDetails, today: string): Problem | null {
  for (const field of ['name', 'teamId', 'opensOn', 'hidesVoices', 'remindsByMail'] as const) {
    if (before[field] !== after[field]) return { field, message: 'Of an open round only the last days can be moved' };
  }
  for (const field of ['selfDueOn', 'managerDueOn', 'conversationDueOn', 'moderationDueOn', 'closesOn'] as const) {
    const [old, day] = [before[field], after[field]];
    if (old === day) continue;
    if ((old === null) !== (day === null)) return { field, message: 'A step can neither come nor go while the round is open: move its last day' };
    if (day !== null && day < today) return { field, message: `Choose today, ${formatDate(today)}, or a later day` };
  }
  return null;
}

function changesOf(before: CycleRow, after: CycleDetails): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => before[field as keyof CycleDetails] !== value));
}
