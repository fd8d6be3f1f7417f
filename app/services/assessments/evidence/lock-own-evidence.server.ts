import { and, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { within } from '#app/platform/within.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { evidence } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * A piece of evidence that its author is about to change or withdraw, held with its person until the transaction ends. Throws
 * 404 for an unknown person and for evidence that is not theirs, 403 where the viewer may not write evidence for the person or
 * did not write this. What somebody else withdrew is a 404 too: nobody sees it any more.
 */
export async function lockOwnEvidence(tx: Tx, context: Context, personId: string, evidenceId: string): Promise<typeof evidence.$inferSelect> {
  const organisationId = context.db.organisationId;
  const person = await readLockedPerson(within(context, tx), personId);
  authorise(context, 'write-evidence', personSubject(person));
  if (!isUuid(evidenceId)) throw notFound();
  const [found] = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, organisationId), eq(evidence.personId, personId), eq(evidence.id, evidenceId)))
    .for('update');
  if (!found) throw notFound();
  const isAuthor = found.authorUserId !== null && found.authorUserId === context.viewer.userId;
  if (!isAuthor && found.withdrawnAt !== null) throw notFound();
  if (!isAuthor) deny(context, 'write-evidence', personSubject(person));
  return found;
}
