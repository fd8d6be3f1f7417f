import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { linkPlace, queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { appUser, membership } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Tells a person by mail that a moderator has decided about a level of theirs, and where it stands; neither the skill nor the
 * level nor the reason, because a mail lies open to whoever passes. Nothing is sent to somebody who is no user, or is kept out.
 */
export async function queueDecisionMail(tx: Tx, { viewer, now }: Context, personId: string): Promise<void> {
  const organisationId = viewer.organisationId;
  const [user] = await tx
    .select({ email: appUser.email, name: appUser.name })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId), isNull(membership.suspendedAt)));
  if (!user) return;
  await queueMail(tx, { organisationId, now }, {
    kind: 'moderation-decision',
    to: { address: user.email, name: user.name },
    subject: 'Capability Map: a moderator has decided about a level of yours',
    body: [
      `${plain(viewer.name)} has looked at an agreed level of yours and decided about it.`,
      '',
      'Which it is, what was decided, and why, stands in your history:',
      `${runtime().origin}/people/${personId}/history`,
    ].join('\n'),
  });
}

/** A name must not break the lines of a mail. */
const plain = (name: string): string => name.replaceAll(linkPlace, '').replaceAll(/\s+/g, ' ');
