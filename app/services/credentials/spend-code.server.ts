import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { totpPurpose } from '#app/domain/access/totp-purpose.ts';
import { tidyCode } from '#app/domain/access/tidy-code.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { recoveryCode, totpCredential } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { matchCode } from './match-code.server.ts';

/** What a right code turned out to be. */
export type CodeKind = 'authenticator' | 'recovery-code';

async function spendOfApp(tx: Tx, userId: string, code: string, at: Date): Promise<boolean> {
  const [credential] = await tx
    .select({ sealedSecret: totpCredential.sealedSecret })
    .from(totpCredential)
    .where(and(eq(totpCredential.userId, userId), isNotNull(totpCredential.confirmedAt)));
  if (!credential) return false;
  const step = matchCode(unseal(credential.sealedSecret, totpPurpose(userId)), code, at);
  if (step === null) return false;
  const used = await tx
    .update(totpCredential)
    .set({ lastUsedStep: step })
    .where(
      and(
        eq(totpCredential.userId, userId),
        eq(totpCredential.sealedSecret, credential.sealedSecret),
        // Of two requests with one code the second finds the step taken.
        or(isNull(totpCredential.lastUsedStep), lt(totpCredential.lastUsedStep, step)),
      ),
    );
  return used.rowCount === 1;
}

async function spendRecoveryCode(tx: Tx, userId: string, code: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(recoveryCode)
    .set({ usedAt: at })
    .where(and(eq(recoveryCode.userId, userId), eq(recoveryCode.codeHash, hashSecret(code)), isNull(recoveryCode.usedAt)));
  return used.rowCount === 1;
}

/**
 * Uses a code up: of the user's authenticator, which then takes no code of that step or before, or one of
 * their recovery codes. Null where it is none of theirs, or was used before; two requests with the same
 * code do not both succeed.
 */
export async function spendCode(tx: Tx, userId: string, typedCode: string, at: Date): Promise<CodeKind | null> {
  const code = tidyCode(typedCode);
  if (/^\d{6}$/.test(code)) return (await spendOfApp(tx, userId, code, at)) ? 'authenticator' : null;
  return (await spendRecoveryCode(tx, userId, code, at)) ? 'recovery-code' : null;
}
