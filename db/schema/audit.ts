import { sql } from 'drizzle-orm';
import { bigint, check, index, json, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';

/**
 * Who did what to whom and when. Written in the transaction of the deed; insert-only for the application.
 * Each row carries the hash of the one before it (app/domain/access/audit-text.ts).
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    /** 1, 2, 3 ... in each organisation, without a gap. */
    position: bigint('position', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    actorUserId: uuid('actor_user_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: json('detail').$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('audit_event_position').on(t.organisationId, t.position),
    index('audit_event_by_time').on(t.organisationId, t.at),
    index('audit_event_by_subject').on(t.organisationId, t.subjectId),
  ],
);

/** Where an organisation's chain of audit rows begins and ends: one row, locked while the chain grows. */
export const auditHead = pgTable(
  'audit_head',
  {
    organisationId: organisationId().references(() => organisation.id),
    /** Position and hash of the newest row; 0 and the empty text before the first. */
    position: bigint('position', { mode: 'number' }).notNull().default(0),
    hash: text('hash').notNull().default(''),
    /** Position and hash of the newest row that retention has removed; 0 and the empty text while none was. */
    trimmedPosition: bigint('trimmed_position', { mode: 'number' }).notNull().default(0),
    trimmedHash: text('trimmed_hash').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.organisationId] }), check('audit_head_order', sql`${t.trimmedPosition} <= ${t.position}`)],
);
