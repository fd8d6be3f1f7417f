import { isNull } from 'drizzle-orm';
import { Secret } from 'otpauth';
import type { Context } from '#app/platform/context.ts';
import { seal } from '#app/platform/secret-box.server.ts';
import { totpCredential } from '#db/schema/index.ts';
import { requireOwnCredentials } from './require-own-credentials.server.ts';
import { totpPurpose } from './totp-purpose.ts';

/** 160 bits, as RFC 4226 recommends. */
const secretBytes = 20;

/**
 * Makes the secret of an authenticator that is not in use yet, in the place of one that was never
 * confirmed. Where one is in use nothing happens. Throws 403 where the session may not change credentials.
 */
export async function beginTotp(context: Context): Promise<void> {
  const userId = await requireOwnCredentials(context);
  const fresh = {
    sealedSecret: seal(new Secret({ size: secretBytes }).base32, totpPurpose(userId)),
    createdAt: context.now,
    lastUsedStep: null,
  };
  await context.db.transaction((tx) =>
    tx
      .insert(totpCredential)
      .values({ userId, ...fresh })
      .onConflictDoUpdate({ target: totpCredential.userId, set: fresh, setWhere: isNull(totpCredential.confirmedAt) }),
  );
}
