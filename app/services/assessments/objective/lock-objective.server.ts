import { and, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { within } from '#app/platform/within.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { objective } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * An objective that is about to be changed, held with its person until the transaction ends. Throws 404 for an unknown person and for
 * an objective that is not theirs, 403 where the viewer may not write objectives for the person. What was withdrawn is a 404 too, but
 * for who withdrew it.
 */
export async function lockObjective(tx: Tx, context: Context, personId: string, objectiveId: string): Promise<typeof objective.$inferSelect> {
  const person = await readLockedPerson(within(context, tx), personId);
  authorise(context, 'write-objectives', personSubject(person));
  if (!isUuid(objectiveId)) throw notFound();
  const [found] = await tx
    .select()
    .from(objective)
    .where(and(eq(objective.organisationId, context.db.organisationId), eq(objective.personId, personId), eq(objective.id, objectiveId)))
    .for('update');
  if (!found) throw notFound();
  const isAuthor = found.addedByUserId !== null && found.addedByUserId === context.viewer.userId;
  if (found.withdrawnAt !== null && !isAuthor) throw notFound();
  return found;
}
