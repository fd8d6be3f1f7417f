import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { changeObjective } from './change-objective.server.ts';
import { lockObjective } from './lock-objective.server.ts';
import { changedMeanwhile, withdrawnMeanwhile } from './meanwhile.ts';
import type { ObjectiveEnd } from './objective-input.ts';

/**
 * Says how an open objective ended. `revision` is the one the form was filled in on: an older one is refused, but for the same end
 * sent again. Throws 404 for an unknown person or objective, 403 where the viewer may not write objectives for the person.
 */
export async function endObjective(context: Context, personId: string, objectiveId: string, input: ObjectiveEnd & { revision: number }): Promise<Outcome<{ objectiveId: string }>> {
  const { revision, outcome, outcomeWords } = input;
  return context.db.transaction(async (tx) => {
    const before = await lockObjective(tx, context, personId, objectiveId);
    if (before.withdrawnAt !== null) return refused(null, withdrawnMeanwhile);
    if (before.outcome === outcome && before.outcomeWords === outcomeWords) return done({ objectiveId });
    if (before.outcome !== null) return refused(null, 'Somebody has said meanwhile how this objective ended. Nothing was saved: open it again to say otherwise.');
    if (before.revision !== revision) return refused(null, changedMeanwhile);
    const ended = { endedByUserId: context.viewer.userId, endedByName: context.viewer.name, endedAt: context.now };
    await changeObjective(tx, context, before, { action: 'objective.end', values: { outcome, outcomeWords, ...ended }, detail: { outcome } });
    return done({ objectiveId });
  });
}
