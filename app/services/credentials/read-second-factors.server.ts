import { asc, and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { isFresh } from '#app/platform/session/is-fresh.server.ts';
import { appUser, organisation, passkey, recoveryCode, totpCredential } from '#db/schema/index.ts';

export interface SecondFactors {
  /** When the authenticator was taken into use; null where there is none. */
  authenticatorSince: Date | null;
  /** Oldest first. */
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  recoveryCodesLeft: number;
  hasPassword: boolean;
  isRequired: boolean;
  /** Signed in on the word of the organisation's provider: may show a second factor, and change none. */
  isBound: boolean;
  /** There is a second factor and this session has not shown it. */
  owesIt: boolean;
  /** Adding another needs no password now. */
  isFresh: boolean;
}

/** The second factors of whoever asks, and what they may do about them. */
export async function readSecondFactors(context: Context, request: Request): Promise<SecondFactors> {
  const { viewer, db, now } = context;
  const userId = viewer.userId ?? '';
  const found = await db.transaction(async (tx) => {
    const [user] = await tx.select({ passwordHash: appUser.passwordHash }).from(appUser).where(eq(appUser.id, userId));
    const [own] = await tx.select({ required: organisation.secondFactorRequired }).from(organisation).where(eq(organisation.id, db.organisationId));
    const [totp] = await tx
      .select({ confirmedAt: totpCredential.confirmedAt })
      .from(totpCredential)
      .where(and(eq(totpCredential.userId, userId), isNotNull(totpCredential.confirmedAt)));
    const passkeys = await tx
      .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt, lastUsedAt: passkey.lastUsedAt })
      .from(passkey)
      .where(eq(passkey.userId, userId))
      .orderBy(asc(passkey.createdAt), asc(passkey.id));
    const [codes] = await tx
      .select({ count: count() })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)));
    return { user, own, totp, passkeys, codes: codes!.count };
  });
  const authenticatorSince = found.totp?.confirmedAt ?? null;
  const hasAny = authenticatorSince !== null || found.passkeys.length > 0;
  return {
    authenticatorSince,
    passkeys: found.passkeys,
    recoveryCodesLeft: found.codes,
    hasPassword: Boolean(found.user?.passwordHash),
    isRequired: found.own?.required ?? false,
    isBound: viewer.session?.isBound ?? true,
    owesIt: hasAny && viewer.session?.hasSecondFactor !== true,
    isFresh: await isFresh(request, now),
  };
}
