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
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { role } from './framework.ts';
import { organisation } from './organisation.ts';
import { person, team } from './people.ts';

/** Someone who signs in. Global: one user may belong to several organisations. */
export const appUser = pgTable('app_user', {
  id: uuid('id').primaryKey(),
  /** In lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** argon2id, in its own encoded form; null for somebody who signs in without a password. */
  passwordHash: text('password_hash'),
  /**
   * When a mail reached them at this address: until then whoever made the account may not be whose address
   * it is, and nothing that was set up before outlives the first password set by mail.
   */
  emailProvenAt: moment('email_proven_at'),
  createdAt: moment('created_at').notNull(),
});

/**
 * A signed-in browser. Global; `id` is the SHA-256 of the token, which is stored nowhere. A session that
 * awaits something is no session yet: its user has shown one factor and owes the other.
 */
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
    lastSeenAt: moment('last_seen_at').notNull(),
    /** Names the session to its owner; the token's hash is shown to nobody. */
    publicId: uuid('public_id').notNull(),
    /** The network address that it was last used from. */
    source: text('source').notNull(),
    userAgent: text('user_agent').notNull(),
    method: text('method').$type<'password' | 'passkey' | 'single-sign-on'>().notNull(),
    /** When a second factor was shown; null where none was. */
    secondFactorAt: moment('second_factor_at'),
    awaits: text('awaits').$type<'second-factor'>(),
    /** The one organisation whose word for the user was taken (single sign-on); such a session opens no other and no credentials. */
    boundOrganisationId: uuid('bound_organisation_id'),
  },
  (t) => [
    index('session_by_user').on(t.userId),
    unique('session_public_id').on(t.publicId),
    check('session_method_known', sql`${t.method} in ('password', 'passkey', 'single-sign-on')`),
    check('session_awaits_known', sql`${t.awaits} is null or ${t.awaits} = 'second-factor'`),
    check(
      'session_bound_by_single_sign_on',
      sql`(${t.method} = 'single-sign-on') = (${t.boundOrganisationId} is not null) and (${t.boundOrganisationId} is null or ${t.boundOrganisationId} = ${t.organisationId})`,
    ),
  ],
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
    /** From then on the user cannot come in here; null while they can. */
    suspendedAt: moment('suspended_at'),
    lastSignedInAt: moment('last_signed_in_at'),
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
      .$type<GrantableRole>()
      .notNull(),
    teamId: uuid('team_id'),
    /** Of a moderator: the one role of the framework whose people they moderate; null: every role. */
    roleId: uuid('role_id'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('access_grant_once').on(t.organisationId, t.userId, t.accessRole, t.teamId, t.roleId).nullsNotDistinct(),
    check(
      'access_grant_role_known',
      sql`${t.accessRole} in ('administrator', 'head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst')`,
    ),
    check('access_grant_role_of_moderator', sql`${t.roleId} is null or ${t.accessRole} = 'moderator'`),
    foreignKey({
      name: 'access_grant_framework_role_fk',
      columns: [t.organisationId, t.roleId],
      foreignColumns: [role.organisationId, role.id],
    }),
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
    /** What it is for, in the administrator's words. */
    name: text('name').notNull().default(''),
    lastUsedAt: moment('last_used_at'),
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
