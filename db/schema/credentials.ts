import { bigint, customType, index, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { appUser } from './identity.ts';

const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => appUser.id, { onDelete: 'cascade' });

/** The authenticator of a user. Global. Not in use before it is confirmed by a first code. */
export const totpCredential = pgTable('totp_credential', {
  userId: userId().primaryKey(),
  /** Sealed (app/platform/secret/secret-box.server.ts). */
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: moment('created_at').notNull(),
  confirmedAt: moment('confirmed_at'),
  /** The time step of the newest code that was taken: it and all before it are used up. */
  lastUsedStep: bigint('last_used_step', { mode: 'number' }),
});

/** Codes on paper for the day the authenticator is lost, hashed; each works once. Global. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    userId: userId(),
    codeHash: text('code_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** A passkey of a user. Global; `id` is the credential's own, in base64url. */
export const passkey = pgTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    publicKey: bytes('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    /** What its owner calls it. */
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [index('passkey_by_user').on(t.userId)],
);

/** A way back for who forgot the password, by mail. Global; only the hash of the token is stored. */
export const passwordReset = pgTable(
  'password_reset',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: userId(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [index('password_reset_by_user').on(t.userId)],
);

/**
 * Something begun that another request ends: a passkey's challenge, a sign-in at the organisation's own
 * provider. Global, short-lived, used once; `id` is the SHA-256 of what the browser holds in a cookie.
 */
export const signInFlow = pgTable('sign_in_flow', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  payload: json('payload').$type<Record<string, unknown>>().notNull(),
  expiresAt: moment('expires_at').notNull(),
});
