import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** The tenant. Row-level security lets an organisation see itself, and one look-up by slug before it is known. */
export const organisation = pgTable('organisation', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** Days after which an agreed level counts as stale. */
  reviewPeriodDays: integer('review_period_days').notNull().default(365),
  /** Whether everybody has to show a second factor, however they sign in. */
  secondFactorRequired: boolean('second_factor_required').notNull().default(false),
  /** Grows by one with each edit of the settings. */
  settingsRevision: integer('settings_revision').notNull().default(1),
  createdAt: moment('created_at').notNull(),
});
