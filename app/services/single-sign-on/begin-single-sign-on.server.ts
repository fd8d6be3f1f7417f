import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { organisationOfInvitation } from '#app/platform/secret/invitation-token.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { readSignInProvider } from './read-sign-in-provider.server.ts';
import { startFlow } from './start-flow.server.ts';

export interface SignInWanted {
  slug: string;
  /** The page that was asked for. */
  returnTo: string;
  /** Of the invitation that is accepted by signing in; null where there is none. */
  invitationToken: string | null;
  /** The network address that it comes from. */
  source: string;
}

export type SignInBegun =
  /** Send the browser there, with this Set-Cookie header. */
  | { ok: true; url: string; cookie: string }
  | { ok: false; reason: 'unknown' | 'unavailable'; retryAfterSeconds: null }
  | { ok: false; reason: 'throttled'; retryAfterSeconds: number };

/**
 * Begins a sign-in at an organisation's own provider. `unknown` where no organisation of this short name has
 * one that is switched on, or where the invitation is another's; `unavailable` where the provider does not answer as it should, which is logged.
 * At most 120 in 5 minutes from each source.
 */
export async function beginSingleSignOn({ slug, returnTo, invitationToken, source }: SignInWanted): Promise<SignInBegun> {
  const provider = await readSignInProvider(slug);
  const isOther = invitationToken !== null && organisationOfInvitation(invitationToken) !== provider?.organisationId;
  if (!provider || isOther) return { ok: false, reason: 'unknown', retryAfterSeconds: null };
  const turn = await takeTurn('single-sign-on', { source });
  if (!turn.allowed) return { ok: false, reason: 'throttled', retryAfterSeconds: turn.retryAfterSeconds };
  const db = tenantDatabase(runtime().pool, provider.organisationId);
  const started = await startFlow(db, { purpose: 'sign-in', userId: null, returnTo: safeReturnPath(returnTo), invitationToken });
  if (!started) return { ok: false, reason: 'unavailable', retryAfterSeconds: null };
  return { ok: true, ...started };
}
