import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, organisationId } from './columns.ts';
import { membership } from './identity.ts';
import { organisation } from './organisation.ts';

/** The organisation's own OpenID Connect provider, such as Microsoft Entra ID. At most one. */
export const identityProvider = pgTable(
  'identity_provider',
  {
    organisationId: organisationId().references(() => organisation.id),
    /** Exactly as the provider's discovery document states it. */
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Sealed (app/platform/secret/secret-box.server.ts). */
    sealedClientSecret: text('sealed_client_secret').notNull(),
    /** What stands on the button: "Sign in with ...". */
    label: text('label').notNull(),
    enabled: boolean('enabled').notNull(),
    /** The administrator vouches that the provider asks everybody for a second factor, which its tokens need not say. */
    asksSecondFactor: boolean('asks_second_factor').notNull().default(false),
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId] })],
);

/** Who a member is at the provider: issuer and subject, never the e-mail address. */
export const externalIdentity = pgTable(
  'external_identity',
  {
    organisationId: organisationId(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.issuer, t.subject] }),
    index('external_identity_by_user').on(t.organisationId, t.userId),
    foreignKey({
      name: 'external_identity_membership_fk',
      columns: [t.organisationId, t.userId],
      foreignColumns: [membership.organisationId, membership.userId],
    }).onDelete('cascade'),
  ],
);
