import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';
import { person, team } from './people.ts';

/** Someone who signs in. Global: one user may belong to several organisations. */
export const appUser = pgTable('app_user', {
  id: uuid('id').primaryKey(),
  /** In lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** argon2id, in its own encoded form. */
  passwordHash: text('password_hash').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** A signed-in browser. Global; `id` is the SHA-256 of the token, which is stored nowhere. */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    /** The organisation this session is looking at. */
    organisationId: uuid('organisation_id').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index('session_by_user').on(t.userId)],
);

/** Counters of the throttles. Global; the columns are those that rate-limiter-flexible reads and writes. */
export const throttle = pgTable('throttle', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

/** The one-time token of the first-run page, hashed; at most one row. */
export const firstRunToken = pgTable(
  'first_run_token',
  {
    id: smallint('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('first_run_token_single', sql`${t.id} = 1`)],
);

/** A user of an organisation, and the person they are there, if any. */
export const membership = pgTable(
  'membership',
  {
    organisationId: organisationId().references(() => organisation.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => appUser.id),
    personId: uuid('person_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.userId] }),
    unique('membership_person').on(t.organisationId, t.personId),
    index('membership_by_user').on(t.userId),
    foreignKey({
      name: 'membership_person_fk',
      columns: [t.organisationId, t.personId],
      foreignColumns: [person.organisationId, person.id],
    }),
  ],
);

/** A user's access role on a team subtree; no team means the whole organisation. */
export const accessGrant = pgTable(
  'access_grant',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    accessRole: text('access_role')
      .$type<'administrator' | 'head-of-service' | 'team-manager' | 'team-member' | 'analyst'>()
      .notNull(),
    teamId: uuid('team_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('access_grant_once').on(t.organisationId, t.userId, t.accessRole, t.teamId).nullsNotDistinct(),
    check(
      'access_grant_role_known',
      sql`${t.accessRole} in ('administrator', 'head-of-service', 'team-manager', 'team-member', 'analyst')`,
    ),
    foreignKey({
      name: 'access_grant_membership_fk',
      columns: [t.organisationId, t.userId],
      foreignColumns: [membership.organisationId, membership.userId],
    }),
    foreignKey({
      name: 'access_grant_team_fk',
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
  ],
);

/** A bearer key of the API. The key itself names its organisation; only its SHA-256 is stored. */
export const apiKey = pgTable(
  'api_key',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    keyHash: text('key_hash').notNull(),
    access: text('access').$type<'read' | 'write'>().notNull(),
    createdAt: moment('created_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('api_key_hash').on(t.organisationId, t.keyHash),
    check('api_key_access_known', sql`${t.access} in ('read', 'write')`),
  ],
);
