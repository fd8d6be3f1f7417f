import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';

/** A text that the organisation owes its staff, in its own words. Without a row the standard text holds. */
export const organisationNotice = pgTable(
  'organisation_notice',
  {
    organisationId: organisationId().references(() => organisation.id),
    kind: text('kind').$type<'purpose' | 'lawful-basis' | 'privacy-notice' | 'accessibility-statement'>().notNull(),
    body: text('body').notNull(),
    /** Grows by one with each edit. */
    revision: integer('revision').notNull().default(1),
    updatedAt: moment('updated_at').notNull(),
    updatedByName: text('updated_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.kind] }),
    check('organisation_notice_kind_known', sql`${t.kind} in ('purpose', 'lawful-basis', 'privacy-notice', 'accessibility-statement')`),
  ],
);

/** How long the organisation keeps a class of records. Without a row the standard period holds. */
export const retentionRule = pgTable(
  'retention_rule',
  {
    organisationId: organisationId().references(() => organisation.id),
    /** Of app/domain/privacy/retention-class.ts. */
    recordClass: text('record_class').notNull(),
    keepDays: integer('keep_days').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.recordClass] }),
    check('retention_rule_days_in_range', sql`${t.keepDays} between 1 and 36500`),
  ],
);
