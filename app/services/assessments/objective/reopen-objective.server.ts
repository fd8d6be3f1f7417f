import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { changeObjective } from './change-objective.server.ts';
import { lockObjective } from './lock-objective.server.ts';
import { changedMeanwhile, withdrawnMeanwhile } from './meanwhile.ts';

/**
 * Opens an objective again that has ended: what was said of its end is taken out, and stands in the audit as an end. Opened twice, it is
 * opened once. `revision` is the one the page was drawn with: an older one is refused. Throws 404 for an unknown person or objective,
 * 403 where the viewer may not write objectives for the person.
 */
export async function reopenObjective(context: Context, personId: string, objectiveId: string, { revision }: { revision: number }): Promise<Outcome<{ objectiveId: string }>> {
  return context.db.transaction(async (tx) => {
    const before = await lockObjective(tx, context, personId, objectiveId);
    if (before.withdrawnAt !== null) return refused(null, withdrawnMeanwhile);
    if (before.outcome === null) return done({ objectiveId });
    if (before.revision !== revision) return refused(null, changedMeanwhile);
    const changed = { changedByUserId: context.viewer.userId, changedByName: context.viewer.name, changedAt: context.now };
    const reopened = { outcome: null, outcomeWords: null, endedByUserId: null, endedByName: null, endedAt: null };
    await changeObjective(tx, context, before, { action: 'objective.reopen', values: { ...reopened, ...changed }, detail: { outcomeBefore: before.outcome } });
    return done({ objectiveId });
  });
}
