import { findObjectiveProblem } from '#app/domain/review/find-objective-problem.ts';
import { isSameObjective } from '#app/domain/review/is-same-objective.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { changeObjective } from './change-objective.server.ts';
import { lockObjective } from './lock-objective.server.ts';
import type { ObjectiveInput } from './objective-input.ts';
import { changedMeanwhile, withdrawnMeanwhile } from './meanwhile.ts';

/**
 * Changes an open objective; the skill stays. `revision` is the one the form was filled in on: an older one is refused, but for the
 * very same words sent again, which change nothing. Throws 404 for an unknown person or objective, 403 where the viewer may not write
 * objectives for the person.
 */
export async function editObjective(context: Context, personId: string, objectiveId: string, input: ObjectiveInput & { revision: number }): Promise<Outcome<{ objectiveId: string }>> {
  const { revision, ...typed } = input;
  return context.db.transaction(async (tx) => {
    const before = await lockObjective(tx, context, personId, objectiveId);
    if (before.withdrawnAt !== null) return refused(null, withdrawnMeanwhile);
    if (before.outcome !== null) return refused(null, 'This objective has ended meanwhile, so nothing was saved. Open it again to change it.');
    if (isSameObjective(before, typed)) return done({ objectiveId });
    if (before.revision !== revision) return refused(null, changedMeanwhile);
    // A skill that no framework has any more keeps its level.
    const highestLevel = (await readAssessableSkills(within(context, tx))).get(before.skillId)?.highestLevel ?? before.targetLevel ?? 0;
    const wrong = findObjectiveProblem(typed, { today: todayOf(context), highestLevel, dueBefore: before.dueOn });
    if (wrong) return refused(wrong.field, wrong.message);
    const changed = { changedByUserId: context.viewer.userId, changedByName: context.viewer.name, changedAt: context.now };
    const { targetLevel, dueOn } = typed;
    const detail = { targetLevel, dueOn, targetLevelBefore: before.targetLevel, dueOnBefore: before.dueOn };
    await changeObjective(tx, context, before, { action: 'objective.edit', values: { ...typed, ...changed }, detail });
    return done({ objectiveId });
  });
}
