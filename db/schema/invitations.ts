import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { moment, organisationId } from './columns.ts';
import { role } from './framework.ts';
import { organisation } from './organisation.ts';
import { person, team } from './people.ts';

/** Somebody asked by mail to join. The link names the organisation; only the hash of its token is stored. */
export const invitation = pgTable(
  'invitation',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    /** In lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** The person that the user will be; null where they are none. */
    personId: uuid('person_id'),
    tokenHash: text('token_hash').notNull(),
    invitedByUserId: uuid('invited_by_user_id'),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    acceptedByUserId: uuid('accepted_by_user_id'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('invitation_token').on(t.organisationId, t.tokenHash),
    index('invitation_by_email').on(t.organisationId, t.email),
    check('invitation_one_end', sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
    foreignKey({
      name: 'invitation_person_fk',
      columns: [t.organisationId, t.personId],
      foreignColumns: [person.organisationId, person.id],
    }),
  ],
);

/** What the one who accepts may do. */
export const invitationGrant = pgTable(
  'invitation_grant',
  {
    organisationId: organisationId(),
    id: uuid('id').notNull(),
    invitationId: uuid('invitation_id').notNull(),
    accessRole: text('access_role').$type<GrantableRole>().notNull(),
    teamId: uuid('team_id'),
    roleId: uuid('role_id'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('invitation_grant_once')
      .on(t.organisationId, t.invitationId, t.accessRole, t.teamId, t.roleId)
      .nullsNotDistinct(),
    check(
      'invitation_grant_role_known',
      sql`${t.accessRole} in ('administrator', 'head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst')`,
    ),
    check('invitation_grant_role_of_moderator', sql`${t.roleId} is null or ${t.accessRole} = 'moderator'`),
    foreignKey({
      name: 'invitation_grant_invitation_fk',
      columns: [t.organisationId, t.invitationId],
      foreignColumns: [invitation.organisationId, invitation.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'invitation_grant_team_fk',
      columns: [t.organisationId, t.teamId],
      foreignColumns: [team.organisationId, team.id],
    }),
    foreignKey({
      name: 'invitation_grant_framework_role_fk',
      columns: [t.organisationId, t.roleId],
      foreignColumns: [role.organisationId, role.id],
    }),
  ],
);
