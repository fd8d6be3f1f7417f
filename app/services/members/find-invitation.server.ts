import { and, eq, gt, isNull } from 'drizzle-orm';
import { organisationOfInvitation } from '#app/platform/secret/invitation-token.server.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { invitation } from '#db/schema/index.ts';
import { type TenantDatabase, tenantDatabase } from '#db/tenant.ts';

/** An invitation that can be accepted, and the organisation that it leads to. */
export interface FoundInvitation {
  db: TenantDatabase;
  id: string;
  email: string;
}

/** What the bearer of a link holds, and the network address that it comes from. */
export interface InvitationBearer {
  token: string;
  source: string;
}

async function openInvitation(organisationId: string, token: string, now: Date): Promise<FoundInvitation | null> {
  const db = tenantDatabase(runtime().pool, organisationId);
  const [found] = await db.transaction((tx) =>
    tx
      .select({ id: invitation.id, email: invitation.email })
      .from(invitation)
      .where(
        and(
          eq(invitation.organisationId, organisationId),
          eq(invitation.tokenHash, hashSecret(token)),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
          gt(invitation.expiresAt, now),
        ),
      ),
  );
  return found ? { db, ...found } : null;
}

/**
 * The open invitation of a token; null where there is none, or no longer, whatever the reason. The token is
 * all that lets its bearer in, so tokens that lead nowhere are counted by where they come from. Throws 429
 * where there were too many.
 */
export async function findInvitation({ token, source }: InvitationBearer): Promise<FoundInvitation | null> {
  const organisationId = organisationOfInvitation(token);
  // What is no token at all guesses nothing.
  if (organisationId === null) return null;
  const turn = await takeTurn('invitation', { source });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  const found = await openInvitation(organisationId, token, runtime().now());
  if (found) await turn.giveBack();
  return found;
}
