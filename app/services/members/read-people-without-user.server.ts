import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { membership, person } from '#db/schema/index.ts';

/** A person as whom nobody signs in. */
export interface PersonWithoutUser {
  id: string;
  name: string;
  email: string | null;
}

/**
 * The people of the viewer's organisation as whom nobody signs in yet, by name; without those whose last day
 * is past. Throws 403 for whoever may not manage access.
 */
export async function readPeopleWithoutUser(context: Context): Promise<PersonWithoutUser[]> {
  authorise(context, 'manage-access');
  const organisationId = context.db.organisationId;
  return context.db.transaction((tx) =>
    tx
      .select({ id: person.id, name: person.name, email: person.email })
      .from(person)
      .leftJoin(membership, and(eq(membership.organisationId, organisationId), eq(membership.personId, person.id)))
      .where(
        and(
          eq(person.organisationId, organisationId),
          isNull(membership.userId),
          or(isNull(person.leavesOn), gte(person.leavesOn, todayOf(context))),
        ),
      )
      .orderBy(asc(person.name), asc(person.id)),
  );
}
