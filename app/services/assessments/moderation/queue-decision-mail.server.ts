import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { appUser, membership } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Tells a person by mail that a moderator has decided about a skill of theirs, and where it stands; not what, because a mail
 * lies open to whoever passes. Nothing is sent to somebody who is no user, or is kept out.
 */
export async function queueDecisionMail(tx: Tx, { viewer, now }: Context, personId: string, skillName: string): Promise<void> {
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
      `${oneLine(viewer.name)} has looked at your agreed level in ${oneLine(skillName)} and decided about it.`,
      '',
      'What was decided, and why, stands in your history:',
      `${runtime().origin}/people/${personId}/history`,
    ].join('\n'),
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
