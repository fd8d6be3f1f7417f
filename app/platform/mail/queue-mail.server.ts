import { randomUUID } from 'node:crypto';
import { seal } from '#app/platform/secret/secret-box.server.ts';
import { mail } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What stands in a mail's text where its link goes. */
export const linkPlace = '{link}';

/** What a mail's link is sealed for. */
export const linkPurpose = 'mail-link';

export interface NewMail {
  /** Such as `invitation`: what the outbox and the log call it. */
  kind: string;
  to: { address: string; name: string };
  subject: string;
  /** Plain text in short lines; `{link}` where the link goes. */
  body: string;
  /** A link that lets its bearer in; it is sealed until the mail is sent and gone afterwards. */
  link?: string;
}

/**
 * Writes a mail in the transaction of the deed that asks for it. The mail job sends it after the commit,
 * and never where the deed is undone. Names and subjects are written on one line, whatever is in them.
 */
export async function queueMail(tx: Tx, { organisationId, now }: { organisationId: string; now: Date }, wanted: NewMail): Promise<string> {
  const id = randomUUID();
  const { kind, to, subject, body, link } = wanted;
  await tx.insert(mail).values({
    organisationId,
    id,
    kind,
    toAddress: to.address,
    toName: oneLine(to.name),
    subject: oneLine(subject),
    body,
    sealedLink: link === undefined ? null : seal(link, linkPurpose),
    state: 'waiting',
    createdAt: now,
    nextAttemptAt: now,
  });
  return id;
}

/** A line break in a name would begin a header of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
