import { and, eq } from 'drizzle-orm';
import { isUuid } from '#app/platform/is-uuid.ts';
import { membership, person } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Why nobody can become the user of a person. */
export type PersonFault = 'unknown' | 'taken' | 'left';

/**
 * Why nobody new can sign in as this person of the organisation on this day (an ISO date): there is no such
 * person, a user is them already, or their last day is past. Another organisation's person is as unknown
 * as a random one. Null when somebody can. Asks no permission.
 */
export async function readPersonFault(tx: Tx, organisationId: string, personId: string, today: string): Promise<PersonFault | null> {
  if (!isUuid(personId)) return 'unknown';
  const [found] = await tx
    .select({ leavesOn: person.leavesOn, userId: membership.userId })
    .from(person)
    .leftJoin(membership, and(eq(membership.organisationId, organisationId), eq(membership.personId, person.id)))
    .where(and(eq(person.organisationId, organisationId), eq(person.id, personId)));
  if (!found) return 'unknown';
  if (found.userId !== null) return 'taken';
  return found.leavesOn !== null && found.leavesOn < today ? 'left' : null;
}
