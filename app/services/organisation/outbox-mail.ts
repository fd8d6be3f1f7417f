/** How far a mail has come. */
export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unsure';

/** A mail in the outbox, without its text. */
export interface OutboxMail {
  id: string;
  /** Such as `invitation`. */
  kind: string;
  toName: string;
  toAddress: string;
  subject: string;
  state: MailState;
  attempts: number;
  createdAt: Date;
  /** When it is tried next; of a mail that waits alone. */
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  /** Why the last attempt failed, in plain words. */
  lastError: string | null;
}

/** States in which a mail can be sent again or discarded: at rest, and not arrived for certain. */
export const movableStates = ['waiting', 'failed', 'unsure'] as const satisfies MailState[];
