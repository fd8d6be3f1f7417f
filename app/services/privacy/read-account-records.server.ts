import { desc, eq } from 'drizzle-orm';
import type { ExportRows } from '#app/domain/privacy/export-section.ts';
import { appUser, passkey, passwordReset, recoveryCode, session, totpCredential } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { isoMoment } from '#app/platform/iso-moment.ts';

type AccountRows = Pick<ExportRows, 'account' | 'authenticators' | 'recoveryCodes' | 'passkeys' | 'passwordResets' | 'sessions'>;

/** An authenticator's codes change every half minute; it remembers the number of the last one used. */
const millisecondsAStep = 30_000;

/**
 * A user's account: what they sign in with, but for the secrets, and where they are signed in. It belongs
 * to the user and to no organisation, so it is for nobody else.
 */
export async function readAccountRecords(tx: Tx, organisationId: string, userId: string): Promise<Required<AccountRows>> {
  const accounts = await tx.select().from(appUser).where(eq(appUser.id, userId));
  const authenticators = await tx.select().from(totpCredential).where(eq(totpCredential.userId, userId));
  const codes = await tx.select().from(recoveryCode).where(eq(recoveryCode.userId, userId)).orderBy(recoveryCode.createdAt);
  const passkeys = await tx.select().from(passkey).where(eq(passkey.userId, userId)).orderBy(passkey.createdAt);
  const resets = await tx.select().from(passwordReset).where(eq(passwordReset.userId, userId)).orderBy(desc(passwordReset.createdAt));
  const sessions = await tx.select().from(session).where(eq(session.userId, userId)).orderBy(desc(session.lastSeenAt));
  return {
    account: accounts.map(({ name, email, passwordHash, emailProvenAt, createdAt }) => ({
      name,
      email,
      hasPassword: passwordHash !== null,
      emailProvenAt: isoMoment(emailProvenAt),
      createdAt: createdAt.toISOString(),
    })),
    authenticators: authenticators.map(({ createdAt, confirmedAt, lastUsedStep }) => ({
      createdAt: createdAt.toISOString(),
      confirmedAt: isoMoment(confirmedAt),
      lastUsedAt: isoMoment(lastUsedStep === null ? null : new Date(lastUsedStep * millisecondsAStep)),
    })),
    recoveryCodes: codes.map(({ createdAt, usedAt }) => ({ createdAt: createdAt.toISOString(), usedAt: isoMoment(usedAt) })),
    passkeys: passkeys.map(({ name, transports, createdAt, lastUsedAt }) => ({
      name,
      transports,
      createdAt: createdAt.toISOString(),
      lastUsedAt: isoMoment(lastUsedAt),
    })),
    passwordResets: resets.map(({ createdAt, expiresAt, usedAt }) => ({
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      usedAt: isoMoment(usedAt),
    })),
    sessions: sessions.map((row) => ({
      isHere: row.organisationId === organisationId,
      method: row.method,
      isBound: row.boundOrganisationId !== null,
      source: row.source,
      userAgent: row.userAgent,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      secondFactorAt: isoMoment(row.secondFactorAt),
      awaits: row.awaits,
    })),
  };
}
