import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';

/**
 * Mails, written in the transaction of the deed that asks for them and sent by a job after its commit.
 * `sending` is stored before the mail server is spoken to: a mail that a killed process left in that
 * state may have gone out, becomes `unsure`, and is never sent again by itself.
 */
export const mail = pgTable(
  'mail',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    /** Such as `invitation`. */
    kind: text('kind').notNull(),
    toAddress: text('to_address').notNull(),
    toName: text('to_name').notNull(),
    subject: text('subject').notNull(),
    /** Plain text; `{link}` stands where the sealed link goes. */
    body: text('body').notNull(),
    /** A link that lets its bearer in, sealed (app/platform/secret/secret-box.server.ts); null once sent, and where there is none. */
    sealedLink: text('sealed_link'),
    state: text('state').$type<'waiting' | 'sending' | 'sent' | 'failed' | 'unsure'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    claimedAt: moment('claimed_at'),
    sentAt: moment('sent_at'),
    lastError: text('last_error'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('mail_by_time').on(t.organisationId, t.createdAt),
    index('mail_due').on(t.nextAttemptAt).where(sql`${t.state} in ('waiting', 'sending')`),
    check('mail_state_known', sql`${t.state} in ('waiting', 'sending', 'sent', 'failed', 'unsure')`),
  ],
);
