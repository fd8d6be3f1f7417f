import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { accessGrant, membership, person } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** A member who is about to be changed. */
export interface LockedMember {
  suspendedAt: Date | null;
  /** Whether they are an administrator who can come in, and no other member is. */
  isLastAdministrator: boolean;
}

/**
 * Takes hold of a member for the rest of the transaction. All who change members take turns, so that two
 * administrators cannot each take the other away. Throws 404 for a user that the organisation does not
 * have, 403 for whoever may not manage access, or not their own.
 */
export async function lockMember(tx: Tx, context: Context, userId: string): Promise<LockedMember> {
  const organisationId = context.db.organisationId;
  if (!isUuid(userId)) {
    authorise(context, 'manage-access');
    throw notFound();
  }
  authorise(context, 'manage-access', { userId });
  const members = await tx
    .select({ userId: membership.userId, suspendedAt: membership.suspendedAt })
    .from(membership)
    .where(eq(membership.organisationId, organisationId))
    .orderBy(membership.userId)
    .for('update');
  const found = members.find((member) => member.userId === userId);
  if (!found) throw notFound();
  const administrators = await tx
    .select({ userId: accessGrant.userId })
    .from(accessGrant)
    .innerJoin(membership, and(eq(membership.organisationId, organisationId), eq(membership.userId, accessGrant.userId)))
    .leftJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, membership.personId)))
    .where(
      and(
        eq(accessGrant.organisationId, organisationId),
        eq(accessGrant.accessRole, 'administrator'),
        isNull(membership.suspendedAt),
        or(isNull(person.leavesOn), gte(person.leavesOn, todayOf(context))),
      ),
    );
  const others = administrators.filter((one) => one.userId !== userId);
  const isOne = administrators.length > others.length;
  return { suspendedAt: found.suspendedAt, isLastAdministrator: isOne && others.length === 0 };
}
