import { smallint, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The tenant column: first in every primary key, unique constraint and foreign key of a tenant table. */
export const organisationId = () => uuid('organisation_id').notNull();

/** A moment, with its time zone, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * A skill level, 0-9. A smallint and not an enum: under row-level security an enum comparison
 * is not leakproof, cannot be an index condition, and turns a range scan into a full one.
 */
export const skillLevelColumn = (name: string) => smallint(name);
