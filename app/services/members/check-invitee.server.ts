import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { type PersonFault, readPersonFault } from './read-person-fault.server.ts';
import { appUser, invitation, membership } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

const personWords: Record<PersonFault, string> = {
  unknown: 'Choose a person from the list',
  taken: 'Somebody signs in as this person already: choose another person, or none',
  left: 'This person’s last day is past: choose another person, or none',
};

export interface Invitee {
  /** In lower case. */
  email: string;
  personId: string | null;
}

/**
 * Whether somebody can be invited to the viewer's organisation: nobody who is a member, nobody who has an open
 * invitation (but for the one named), nobody as a person who cannot be. All who invite the same address take
 * turns until their transaction ends. Asks no permission: whoever invites has.
 */
export async function checkInvitee(
  tx: Tx,
  context: Context,
  { email, personId }: Invitee,
  exceptInvitationId?: string,
): Promise<Outcome<null>> {
  const organisationId = context.db.organisationId;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/invitation/${email}`}, 0))`);
  const [member] = await tx
    .select({ userId: membership.userId, suspendedAt: membership.suspendedAt })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), eq(appUser.email, email)));
  if (member?.userId === context.viewer.userId && member) {
    return refused('email', 'This is your own address. Another administrator changes what you may do');
  }
  if (member) {
    const next = member.suspendedAt === null ? 'Open them under “Users” to change what they may do' : 'They are suspended: open them under “Users” to let them in again';
    return refused('email', `Somebody with this address belongs to the organisation already. ${next}`);
  }
  const [open] = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        eq(invitation.email, email),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, context.now),
        exceptInvitationId === undefined ? undefined : ne(invitation.id, exceptInvitationId),
      ),
    )
    .limit(1);
  if (open) return refused('email', 'There is an open invitation for this address. Send that one again from the list of invitations, or revoke it first');
  const fault = personId === null ? null : await readPersonFault(tx, organisationId, personId, todayOf(context));
  return fault === null ? done(null) : refused('personId', personWords[fault]);
}
