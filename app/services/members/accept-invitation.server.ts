import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { type AuditEntry, recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Outcome, Problem } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { renewPassword } from '#app/platform/session/renew-password.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { accessGrant, externalIdentity, invitation, membership } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { arrivedByMailAlone } from './arrived-by-mail-alone.server.ts';
import { claimAccount, type ClaimedAccount } from './claim-account.server.ts';
import { findInvitation, type FoundInvitation, type InvitationBearer } from './find-invitation.server.ts';
import { type AcceptableInvitation, judgeAcceptance } from './judge-acceptance.server.ts';

/** Who accepts: somebody new with a password, whoever is signed in, somebody who chooses a new password for their account, or somebody new on the word of the organisation's provider. */
export type AcceptingAccount =
  | { kind: 'new'; name: string; password: string }
  | { kind: 'signed-in'; userId: string }
  | { kind: 'new-password'; userId: string; newPassword: string }
  | { kind: 'external'; issuer: string; subject: string; name: string };

export type AcceptAnswer =
  /** `renewal`: what was recorded here of a new password, for the user's other organisations. */
  | { ok: true; value: { userId: string; name: string; organisationId: string }; renewal: AuditEntry | null }
  /** `isOver`: the link works no more, whatever the reason. */
  | { ok: false; isOver: boolean; problem: Problem };

const no = (problem: Problem, isOver = false): AcceptAnswer => ({ ok: false, isOver, problem });

/** All that takes time, before there is a transaction. */
async function prepare(account: AcceptingAccount, email: string): Promise<Outcome<ClaimedAccount>> {
  if (account.kind === 'signed-in') return done({ kind: 'own', userId: account.userId });
  if (account.kind === 'new-password') {
    const fault = judgePassword(account.newPassword, email);
    if (fault !== null) return refused('newPassword', fault);
    return done({ kind: 'renewed', userId: account.userId, passwordHash: await hashPassword(account.newPassword) });
  }
  const name = cleanName(account.name);
  if (name === '' || name.length > 200) return refused('name', 'Enter your name, at most 200 characters');
  if (account.kind === 'external') return done({ ...account, name });
  const fault = judgePassword(account.password, email);
  if (fault !== null) return refused('password', fault);
  return done({ kind: 'new', name, passwordHash: await hashPassword(account.password) });
}

interface Joining {
  organisationId: string;
  invitationId: string;
  userId: string;
  at: Date;
}

async function join(tx: Tx, { personId, grants }: AcceptableInvitation, { organisationId, invitationId, userId, at }: Joining): Promise<void> {
  await tx.insert(membership).values({ organisationId, userId, personId, createdAt: at });
  if (grants.length > 0) {
    await tx.insert(accessGrant).values(grants.map((grant) => ({ organisationId, id: randomUUID(), userId, createdAt: at, ...grant })));
  }
  await tx
    .update(invitation)
    .set({ acceptedAt: at, acceptedByUserId: userId })
    .where(and(eq(invitation.organisationId, organisationId), eq(invitation.id, invitationId)));
}

async function accept(found: FoundInvitation, account: ClaimedAccount): Promise<AcceptAnswer> {
  const { db, id: invitationId } = found;
  const organisationId = db.organisationId;
  const at = runtime().now();
  const isProven = await arrivedByMailAlone(found);
  return db.transaction(async (tx) => {
    const judged = await judgeAcceptance(tx, found, at);
    if (!judged.ok) return no({ field: null, message: judged.message }, judged.isOver);
    const { email, personId, grants } = judged.value;
    const claimed = await claimAccount(tx, { organisationId, email, isProven, now: at }, account);
    if (!claimed.ok) return no(claimed.problem);
    const { userId, name } = claimed.value;
    const renewal =
      account.kind === 'renewed' ? await renewPassword(tx, { userId, name, email, passwordHash: account.passwordHash, organisationId, at }) : null;
    await join(tx, judged.value, { organisationId, invitationId, userId, at });
    if (account.kind === 'external') {
      const { issuer, subject } = account;
      await tx.insert(externalIdentity).values({ organisationId, issuer, subject, userId, createdAt: at });
    }
    const detail = { userId, as: account.kind, personId, grants };
    const viewer = { userId, name, organisationId };
    if (renewal) await recordAudit(tx, { viewer, now: at }, renewal);
    await recordAudit(tx, { viewer, now: at }, { action: 'invitation.accept', subjectKind: 'invitation', subjectId: invitationId, detail });
    return { ok: true, value: { userId, name, organisationId }, renewal };
  });
}

/**
 * Makes the bearer of an invitation a member of its organisation, with the grants that it gives, all or
 * nothing; it works once. Whoever has an account already accepts with it, signed in, and nobody else can
 * accept for them. A new password has all the effects of one that is set by a mailed link; whether the invitation
 * proves enough for that is for whoever calls. Signs nobody in: that is, too. Throws 429 where too many links that lead
 * nowhere came from the source, 503 while too many passwords wait to be hashed.
 */
export async function acceptInvitation(input: InvitationBearer & { account: AcceptingAccount }): Promise<AcceptAnswer> {
  const found = await findInvitation(input);
  if (!found) return no({ field: null, message: 'This invitation does not work any more.' }, true);
  const prepared = await prepare(input.account, found.email);
  if (!prepared.ok) return no(prepared.problem);
  try {
    return await accept(found, prepared.value);
  } catch (error) {
    // Somebody else was quicker, beside the invitation.
    if (isUniqueViolation(error, 'app_user_email_unique')) {
      return no({ field: null, message: 'Somebody has an account with this e-mail address already. If it is yours, sign in with it to accept.' });
    }
    if (isUniqueViolation(error, 'membership_person')) {
      return no({ field: null, message: 'Somebody signs in as the person that this invitation is for already. Ask whoever invited you for a new invitation.' });
    }
    throw error;
  }
}
