import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';

/** Who did what to whom and when. Written in the transaction of the deed; insert-only for the application. */
export const auditEvent = pgTable(
  'audit_event',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    actorUserId: uuid('actor_user_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), index('audit_event_by_time').on(t.organisationId, t.at)],
);
