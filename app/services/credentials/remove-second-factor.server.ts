import { and, eq, isNotNull } from 'drizzle-orm';
import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { endSessionsOf, rotateSession } from '#app/platform/session/session.server.ts';
import { organisation, passkey, recoveryCode, totpCredential } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { confirmOwner } from './confirm-owner.server.ts';
import { type CredentialOwner, lockOwner } from './lock-owner.server.ts';
import { queueSecurityNotice } from './queue-security-notice.server.ts';

/** The authenticator, or a passkey by its id. */
export type FactorToRemove = { kind: 'authenticator' } | { kind: 'passkey'; passkeyId: string };

const changes = {
  authenticator: { action: 'second-factor.remove', detail: { kind: 'authenticator' }, sentence: 'The authenticator app was removed from your account.' },
  passkey: { action: 'passkey.remove', sentence: 'A passkey was removed from your account.' },
};

async function isRequired(tx: Tx, organisationId: string): Promise<boolean> {
  const [found] = await tx.select({ required: organisation.secondFactorRequired }).from(organisation).where(eq(organisation.id, organisationId));
  return found?.required ?? false;
}

async function take(tx: Tx, userId: string, factor: FactorToRemove): Promise<void> {
  const removed =
    factor.kind === 'authenticator'
      ? await tx.delete(totpCredential).where(and(eq(totpCredential.userId, userId), isNotNull(totpCredential.confirmedAt)))
      : await tx.delete(passkey).where(and(eq(passkey.userId, userId), eq(passkey.id, factor.passkeyId)));
  if (removed.rowCount === 0) throw notFound();
}

/** Whether the user would have no second factor left. */
const isLast = ({ hasAuthenticator, passkeys }: CredentialOwner) => (hasAuthenticator ? 1 : 0) + passkeys === 1;

/**
 * Removes a second factor of one's own, and with the last one the recovery codes. Refused where the
 * organisation requires one, and where it would leave nothing to sign in with. This session gets a new
 * token and every other one of the user ends. Answers the Set-Cookie headers. Throws 404 for what is not
 * the user's, 403 as `confirmOwner` does.
 */
export async function removeSecondFactor(
  context: Context,
  request: Request,
  factor: FactorToRemove,
  password: string,
): Promise<Answer<{ cookies: string[] }>> {
  const confirmed = await confirmOwner(context, request, password, { always: true });
  if (!confirmed.ok) return confirmed;
  const userId = confirmed.value;
  const removed = await context.db.transaction(async (tx): Promise<Answer<{ wasLast: boolean }>> => {
    const owner = await lockOwner(tx, userId);
    await take(tx, userId, factor);
    const wasLast = isLast(owner);
    if (wasLast && (await isRequired(tx, context.db.organisationId))) throw new Kept('Your organisation requires a second factor. Add another one before you remove this one');
    if (factor.kind === 'passkey' && !owner.hasPassword && owner.passkeys === 1) {
      throw new Kept('This passkey is the only way into your account. Choose a password or add another passkey first');
    }
    if (wasLast) await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
    const { sentence, ...entry } = changes[factor.kind];
    await recordAudit(tx, context, { ...entry, subjectKind: 'user', subjectId: userId });
    await queueSecurityNotice(tx, context, owner, sentence);
    return { ok: true, value: { wasLast } };
  }).catch((error: unknown) => {
    if (error instanceof Kept) return refuse(null, error.message);
    throw error;
  });
  if (!removed.ok) return removed;
  await endSessionsOf(userId, context.viewer.session?.publicId);
  // A factor that is gone was shown by nobody: an organisation that requires one asks again.
  const cookie = await rotateSession(request, removed.value.wasLast ? { secondFactorAt: null } : {});
  return { ok: true, value: { cookies: cookie === null ? [] : [cookie] } };
}

/** Undoes the transaction: the factor stays. */
class Kept extends Error {}
