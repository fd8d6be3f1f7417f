import { completeSignIn } from '#app/platform/session/complete-sign-in.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tenantDatabase } from '#db/tenant.ts';
import type { Refusal } from './describe-refusal.server.ts';
import { findMember } from './find-member.server.ts';
import type { TrustedIdentity } from './prove-identity.server.ts';
import { recordRefusedSignIn } from './record-refused-sign-in.server.ts';

export type SignedInWithIdentity = { ok: true; cookie: string; awaitsSecondFactor: boolean } | { ok: false; refusal: Refusal };

/**
 * Signs in whoever this identity is linked to in the organisation whose provider has proven it: by issuer and
 * subject alone, whatever e-mail address the provider states. The session is bound to this organisation.
 */
export async function signInWithIdentity(
  request: Request,
  organisationId: string,
  { issuer, subject, countsForTwo }: TrustedIdentity,
): Promise<SignedInWithIdentity> {
  const { pool, now } = runtime();
  const refuse = async (refusal: Refusal): Promise<SignedInWithIdentity> => {
    await recordRefusedSignIn(organisationId, refusal);
    return { ok: false, refusal };
  };
  const asked = { organisationId, issuer, subject };
  const userId = await tenantDatabase(pool, organisationId).transaction((tx) => findMember(tx, asked, now()));
  if (userId === null) return refuse('unknown-identity');
  const factor = { userId, method: 'single-sign-on' as const, countsForTwo, boundOrganisationId: organisationId };
  const completed = await completeSignIn(request, factor);
  if (!completed.ok) return refuse('closed');
  const { cookie, awaitsSecondFactor } = completed;
  return { ok: true, cookie, awaitsSecondFactor };
}
