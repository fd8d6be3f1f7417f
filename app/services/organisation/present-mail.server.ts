import type { mail } from '#db/schema/index.ts';
import type { OutboxMail } from './outbox-mail.ts';

type Row = Pick<
  typeof mail.$inferSelect,
  'id' | 'kind' | 'toName' | 'toAddress' | 'subject' | 'state' | 'attempts' | 'createdAt' | 'nextAttemptAt' | 'sentAt' | 'lastError'
>;

/** A stored mail as the outbox tells of it: never its text or its link. */
export function presentMail({ id, kind, toName, toAddress, subject, state, attempts, createdAt, nextAttemptAt, sentAt, lastError }: Row): OutboxMail {
  return {
    id,
    kind,
    toName,
    toAddress,
    subject,
    state,
    attempts,
    createdAt,
    sentAt,
    lastError,
    nextAttemptAt: state === 'waiting' ? nextAttemptAt : null,
  };
}
