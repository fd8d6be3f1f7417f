import { and, eq, gte, inArray } from 'drizzle-orm';
import { runtime } from '#app/platform/runtime.server.ts';
import { auditEvent, invitation, mail } from '#db/schema/index.ts';
import { invitationLasts } from './invitation-terms.ts';
import type { FoundInvitation } from './find-invitation.server.ts';

/**
 * Whether whoever holds the link of this invitation has it from the mailbox it was sent to: there is a mail
 * server, and nobody was shown the link while there was none. Otherwise the administrator hands links over, and
 * could use one themselves. Asks no permission: the bearer of the invitation may know.
 */
export async function arrivedByMailAlone({ db, id, email }: FoundInvitation): Promise<boolean> {
  if (runtime().mailServer === null) return false;
  const { organisationId } = db;
  return db.transaction(async (tx) => {
    const [open] = await tx
      .select({ expiresAt: invitation.expiresAt })
      .from(invitation)
      .where(and(eq(invitation.organisationId, organisationId), eq(invitation.id, id)));
    if (!open) return false;
    const madeAt = new Date(open.expiresAt.getTime() - invitationLasts);
    const mails = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(and(eq(mail.organisationId, organisationId), eq(mail.kind, 'invitation'), eq(mail.toAddress, email), gte(mail.createdAt, madeAt)));
    // A mail that is there no more tells nothing, so it counts as shown.
    if (mails.length === 0) return false;
    const shown = await tx
      .select({ id: auditEvent.id })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.organisationId, organisationId),
          inArray(auditEvent.subjectId, mails.map((one) => one.id)),
          inArray(auditEvent.action, ['mail.show-link', 'mail.show']),
        ),
      )
      .limit(1);
    return shown.length === 0;
  });
}
