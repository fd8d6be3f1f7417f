import { type AuditActor, recordAudit } from '#app/platform/audit.server.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import type { Tx } from '#db/tenant.ts';

/** A change of what somebody signs in with. */
export interface CredentialChange {
  /** Such as `passkey.add`. */
  action: string;
  detail?: Record<string, unknown>;
  /** What happened, as a sentence of the mail. */
  sentence: string;
}

/**
 * Records the change in the organisation that its owner is looking at, and tells them by mail: whoever
 * did not do it learns of it.
 */
export async function noteCredentialChange(
  tx: Tx,
  context: { viewer: AuditActor; now: Date },
  to: { email: string; name: string },
  { action, detail, sentence }: CredentialChange,
): Promise<void> {
  const { organisationId, userId } = context.viewer;
  await recordAudit(tx, context, { action, subjectKind: 'user', subjectId: userId ?? '', detail });
  await queueMail(tx, { organisationId, now: context.now }, {
    kind: 'security-notice',
    to: { address: to.email, name: to.name },
    subject: 'Capability Map: a change to how you sign in',
    body: [
      sentence,
      `This was on ${momentInWords(context.now)}.`,
      '',
      'If it was you, there is nothing to do.',
      '',
      'If it was not, choose a new password and look at where you are signed in:',
      `${runtime().origin}/account`,
      'and tell the administrator of your organisation.',
    ].join('\n'),
  });
}
