import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { roleLevel } from './framework.ts';
import { organisation } from './organisation.ts';

/** A tree of teams; a service is a team with teams under it. */
export const team = pgTable(
  'team',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    parentId: uuid('parent_id'),
    name: text('name').notNull(),
    /** Grows by one with each edit, so that a form filled in on an older state is refused. */
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('team_name_among_siblings').on(t.organisationId, t.parentId, t.name).nullsNotDistinct(),
    check('team_not_its_own_parent', sql`${t.parentId} <> ${t.id}`),
    foreignKey({
      name: 'team_parent_fk',
      columns: [t.organisationId, t.parentId],
      foreignColumns: [t.organisationId, t.id],
    }),
  ],
);

/** A member of staff; need not be a user. */
export const person = pgTable(
  'person',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** In lower case; null where none is recorded. */
    email: text('email'),
    grade: text('grade'),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    /** The last day present; null while none is known. */
    leavesOn: date('leaves_on', { mode: 'string' }),
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('person_email').on(t.organisationId, t.email),
    check('person_leaves_after_start', sql`${t.leavesOn} is null or ${t.leavesOn} >= ${t.startsOn}`),
  ],
);

/** Where a person stands: a team and a role level, from a day until the day the next placement begins. */
export const placement = pgTable(
  'placement',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    teamId: uuid('team_id').notNull(),
    roleLevelId: uuid('role_level_id').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    /** The first day that is no longer part of this placement; null while it is open. */
    endsOn: date('ends_on', { mode: 'string' }),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex('placement_one_open_per_person')
      .on(t.organisationId, t.personId)
      .where(sql`${t.endsOn} is null`),
    index('placement_by_team').on(t.organisationId, t.teamId),
    check('placement_ends_after_start', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    foreignKey({
      name: 'placement_person_fk',
      columns: [t.organisationId, t.personId],
      foreignColumns: [person.organisationId, person.id],
    }),
    foreignKey({
      name: 'placement_team_fk',
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    foreignKey({
      name: 'placement_role_level_fk',
      columns: [t.organisationId, t.roleLevelId],
      foreignColumns: [roleLevel.organisationId, roleLevel.id],
    }),
  ],
);
