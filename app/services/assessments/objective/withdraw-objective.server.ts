import { personSubject } from '#app/domain/access/person-subject.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { within } from '#app/platform/within.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { changeObjective } from './change-objective.server.ts';
import { lockObjective } from './lock-objective.server.ts';

/**
 * Takes back an open objective that was added by mistake, by who added it: nobody sees it from then on. One that is given up is ended
 * as dropped, which everybody sees. Withdrawn twice, it is withdrawn once. Throws 404 for an unknown person or objective, 403 for
 * anybody but who added it.
 */
export async function withdrawObjective(context: Context, personId: string, objectiveId: string): Promise<Outcome<{ objectiveId: string }>> {
  return context.db.transaction(async (tx) => {
    const before = await lockObjective(tx, context, personId, objectiveId);
    if (before.withdrawnAt !== null) return done({ objectiveId });
    const isAuthor = before.addedByUserId !== null && before.addedByUserId === context.viewer.userId;
    if (!isAuthor) deny(context, 'write-objectives', personSubject(await readPerson(within(context, tx), personId)));
    if (before.outcome !== null) return refused(null, 'This objective has ended, so it stays. Open it again to withdraw it.');
    await changeObjective(tx, context, before, { action: 'objective.withdraw', values: { withdrawnAt: context.now } });
    return done({ objectiveId });
  });
}
