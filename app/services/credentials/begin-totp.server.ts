import { isNull } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { totpPurpose } from '#app/domain/access/totp-purpose.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { seal } from '#app/platform/secret/secret-box.server.ts';
import { totpCredential } from '#db/schema/index.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

/** 160 bits, as RFC 4226 recommends. */
const secretBytes = 20;

/**
 * Makes the secret of an authenticator that is not in use yet, in the place of one that was never
 * confirmed. Where one is in use nothing happens. Throws 403 where the session may not change credentials.
 */
export async function beginTotp(context: Context): Promise<void> {
  const userId = await requireOwnCredentials(context, 'change-credentials');
  const fresh = {
    sealedSecret: seal(new Secret({ size: secretBytes }).base32, totpPurpose(userId)),
    createdAt: context.now,
    lastUsedStep: null,
  };
  await context.db.transaction(async (tx) => {
    const begun = await tx
      .insert(totpCredential)
      .values({ userId, ...fresh })
      .onConflictDoUpdate({ target: totpCredential.userId, set: fresh, setWhere: isNull(totpCredential.confirmedAt) });
    if (begun.rowCount === 0) return;
    await recordAudit(tx, context, { action: 'second-factor.begin', subjectKind: 'user', subjectId: userId, detail: { kind: 'authenticator' } });
  });
}
