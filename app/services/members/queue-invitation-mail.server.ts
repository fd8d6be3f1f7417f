import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Context } from '#app/platform/context.ts';
import { linkPlace, queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { todayOf } from '#app/platform/today.ts';
import type { Tx } from '#db/tenant.ts';

export interface InvitationMail {
  email: string;
  name: string;
  token: string;
  expiresAt: Date;
}

/** A name must not stand where the link goes. */
const plain = (name: string) => name.replaceAll(linkPlace, '').replaceAll(/\s+/g, ' ');

/**
 * Writes the mail with the link of an invitation, in the transaction that makes or renews it. The link is
 * the only place where the token stands, and is sealed until it is sent. Asks no permission: whoever
 * invites has.
 */
export async function queueInvitationMail(tx: Tx, context: Context, { email, name, token, expiresAt }: InvitationMail): Promise<void> {
  const { viewer, now, db } = context;
  const inviter = plain(viewer.name);
  const organisation = plain(viewer.organisationName);
  await queueMail(tx, { organisationId: db.organisationId, now }, {
    kind: 'invitation',
    to: { address: email, name },
    subject: `Invitation to ${organisation} on Capability Map`,
    body: [
      `Hello ${plain(name)},`,
      '',
      `${inviter} invites you to ${organisation} on Capability Map.`,
      '',
      'Open this link to see what you are invited to, and accept:',
      linkPlace,
      '',
      `The link works once, and until ${formatDate(todayOf({ now: expiresAt }))}. Do not pass it on.`,
      'If you did not expect it, do nothing: without you nothing happens.',
      '',
    ].join('\n'),
    link: `${runtime().origin}/invitation?token=${token}`,
  });
}
