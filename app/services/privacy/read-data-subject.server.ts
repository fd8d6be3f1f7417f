import { and, eq } from 'drizzle-orm';
import { appUser, membership, person } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { DataSubject } from './data-subject.ts';

/**
 * The person with their user, or the user with their person; null where the organisation has neither.
 * Asks no permission: the caller has. Runs inside the caller's transaction.
 */
export async function readDataSubject(
  tx: Tx,
  organisationId: string,
  wanted: { personId: string } | { userId: string },
): Promise<DataSubject | null> {
  const isOne = 'personId' in wanted ? eq(membership.personId, wanted.personId) : eq(membership.userId, wanted.userId);
  const [member] = await tx
    .select({ userId: membership.userId, personId: membership.personId, name: appUser.name, email: appUser.email })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), isOne));
  const personId = 'personId' in wanted ? wanted.personId : (member?.personId ?? null);
  const [record] =
    personId === null
      ? []
      : await tx
          .select({ name: person.name, email: person.email })
          .from(person)
          .where(and(eq(person.organisationId, organisationId), eq(person.id, personId)));
  if (!record && ('personId' in wanted || !member)) return null;
  const texts = (found: (string | null | undefined)[]) => [...new Set(found.filter((text) => typeof text === 'string'))];
  return {
    organisationId,
    personId: record ? personId : null,
    userId: member?.userId ?? null,
    name: record?.name ?? member!.name,
    names: texts([record?.name, member?.name]),
    emails: texts([record?.email, member?.email]),
  };
}
