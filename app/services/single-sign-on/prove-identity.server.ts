import { finishAuthorization, type ProvenIdentity } from '#app/platform/oidc/finish-authorization.server.ts';
import { ProviderFault } from '#app/platform/oidc/provider-fault.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { takeFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { tenantDatabase } from '#db/tenant.ts';
import type { Refusal } from './describe-refusal.server.ts';
import type { FlowMemory } from './flow-memory.ts';
import { openProvider } from './open-provider.server.ts';
import { recordRefusedSignIn } from './record-refused-sign-in.server.ts';
import { redirectAddress } from './redirect-address.server.ts';

/** Who somebody is at the provider of an organisation, as far as that organisation trusts it. */
export interface TrustedIdentity extends ProvenIdentity {
  /** Two factors were shown: the provider says so itself, or an administrator vouches that it asks everybody. */
  countsForTwo: boolean;
}

export type Proof = { ok: true; memory: FlowMemory; identity: TrustedIdentity } | { ok: false; refusal: Refusal; purpose: FlowMemory['purpose'] };

/** Asks the provider of the organisation at which this browser began, and no other. */
async function prove(memory: FlowMemory, slug: string, search: string): Promise<TrustedIdentity | Refusal> {
  if (memory.slug !== slug) return 'wrong-answer';
  const provider = await openProvider(tenantDatabase(runtime().pool, memory.organisationId));
  if (provider?.client.issuer !== memory.issuer) return 'switched-off';
  try {
    const proven = await finishAuthorization(provider.client, new URL(`${redirectAddress(slug)}${search}`), memory);
    return { ...proven, countsForTwo: proven.saysTwoFactors || provider.asksSecondFactor };
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    runtime().log.warn({ organisationId: memory.organisationId, fault: error.kind, err: error }, 'a single sign-on came to nothing');
    return error.kind;
  }
}

/**
 * Who somebody is at the provider that this browser was sent to, once it is back at the address of the
 * organisation of this short name. Uses up what the browser began, whatever comes of it. What comes to
 * nothing is counted by source, 10 in 5 minutes, and recorded in the organisation. Throws 429.
 */
export async function proveIdentity(request: Request, { slug, source }: { slug: string; source: string }): Promise<Proof> {
  const memory = (await takeFlow(request, 'single-sign-on')) as FlowMemory | null;
  // Nobody is asked anything: no guess.
  if (memory === null) return { ok: false, refusal: 'not-begun', purpose: 'sign-in' };
  const turn = await takeTurn('sign-in', { source });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  const proven = await prove(memory, slug, new URL(request.url).search);
  if (typeof proven === 'string') {
    await recordRefusedSignIn(memory.organisationId, proven);
    return { ok: false, refusal: proven, purpose: memory.purpose };
  }
  await turn.giveBack();
  return { ok: true, memory, identity: proven };
}
