import { and, eq, isNull } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import { totpPurpose } from '#app/domain/access/totp-purpose.ts';
import type { Context } from '#app/platform/context.ts';
import { SealedOtherwise, unseal } from '#app/platform/secret/secret-box.server.ts';
import { appUser, totpCredential } from '#db/schema/index.ts';
import { stepSeconds } from './match-code.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

export interface PendingTotp {
  /** In groups of four, as one reads it off. */
  secret: string;
  /** What the picture says. */
  uri: string;
  /** The dark squares of the picture: a path in units of one square, and how many squares it is wide. */
  picture: { path: string; size: number };
}

function pictureOf(text: string): PendingTotp['picture'] {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: squares.join(''), size };
}

/** The secret in the clear; null where it was sealed with another key than the server has now, and has to be made anew. */
function opened(sealedSecret: string, userId: string): string | null {
  try {
    return unseal(sealedSecret, totpPurpose(userId));
  } catch (error) {
    if (!(error instanceof SealedOtherwise)) throw error;
    return null;
  }
}

/** The authenticator that waits for its first code; null where none does. Throws 403 where the session may not change credentials. */
export async function readPendingTotp(context: Context): Promise<PendingTotp | null> {
  const userId = await requireOwnCredentials(context, 'change-credentials');
  const [found] = await context.db.transaction((tx) =>
    tx
      .select({ sealedSecret: totpCredential.sealedSecret, email: appUser.email })
      .from(totpCredential)
      .innerJoin(appUser, eq(appUser.id, totpCredential.userId))
      .where(and(eq(totpCredential.userId, userId), isNull(totpCredential.confirmedAt))),
  );
  if (!found) return null;
  const secret = opened(found.sealedSecret, userId);
  if (secret === null) return null;
  const totp = new TOTP({ issuer: 'Capability Map', label: found.email, secret: Secret.fromBase32(secret), digits: 6, period: stepSeconds });
  const uri = totp.toString();
  return { secret: secret.replace(/(.{4})(?=.)/g, '$1 '), uri, picture: pictureOf(uri) };
}
