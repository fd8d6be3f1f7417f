import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { appUser, externalIdentity, identityProvider } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Who accepts, once all that takes time is done: their own account, or a new one. */
export type ClaimedAccount =
  | { kind: 'own'; userId: string }
  /** Their own, with a new password. */
  | { kind: 'renewed'; userId: string; passwordHash: string }
  | { kind: 'new'; name: string; passwordHash: string }
  | { kind: 'external'; name: string; issuer: string; subject: string };

export interface ClaimedAddress {
  organisationId: string;
  email: string;
  /** Whether the invitation came by mail alone; one that an administrator can have handed over proves nothing of the address. */
  isProven: boolean;
  now: Date;
}

export interface Claimed {
  userId: string;
  name: string;
}

async function judgeIdentity(
  tx: Tx,
  organisationId: string,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<Outcome<null>> {
  const [provider] = await tx
    .select({ issuer: identityProvider.issuer })
    .from(identityProvider)
    .where(and(eq(identityProvider.organisationId, organisationId), eq(identityProvider.issuer, issuer), eq(identityProvider.enabled, true)));
  if (!provider) return refused(null, 'This organisation does not take that sign-in. Choose a password instead.');
  const [known] = await tx
    .select({ userId: externalIdentity.userId })
    .from(externalIdentity)
    .where(and(eq(externalIdentity.organisationId, organisationId), eq(externalIdentity.issuer, issuer), eq(externalIdentity.subject, subject)));
  return known ? refused(null, 'You sign in to this organisation with that account already, under another address. Sign in, without the invitation.') : done(null);
}

/**
 * The user who accepts an invitation to this address in the organisation, made where there is none yet. An
 * account of another address is refused, and so is a new one for an address that somebody has. Asks no
 * permission: the invitation has given it.
 */
export async function claimAccount(
  tx: Tx,
  { organisationId, email, isProven, now }: ClaimedAddress,
  account: ClaimedAccount,
): Promise<Outcome<Claimed>> {
  if (account.kind === 'own' || account.kind === 'renewed') {
    const [user] = await tx.select({ email: appUser.email, name: appUser.name }).from(appUser).where(eq(appUser.id, account.userId));
    if (user?.email === email) return done({ userId: account.userId, name: user.name });
    return refused(null, 'This invitation is for another e-mail address than the one you are signed in with. Sign out, then open the link again.');
  }
  const [taken] = await tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.email, email));
  if (taken) return refused(null, 'Somebody has an account with this e-mail address already. If it is yours, sign in with it to accept.');
  if (account.kind === 'external') {
    const judged = await judgeIdentity(tx, organisationId, account);
    if (!judged.ok) return judged;
  }
  const { name } = account;
  const userId = randomUUID();
  const passwordHash = account.kind === 'new' ? account.passwordHash : null;
  const emailProvenAt = isProven ? now : null;
  await tx.insert(appUser).values({ id: userId, email, name, passwordHash, emailProvenAt, createdAt: now });
  return done({ userId, name });
}
