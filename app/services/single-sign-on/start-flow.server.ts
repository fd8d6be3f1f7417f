import { beginAuthorization } from '#app/platform/oidc/begin-authorization.server.ts';
import { ProviderFault } from '#app/platform/oidc/provider-fault.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { beginFlow } from '#app/platform/sign-in-flow.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import type { FlowMemory, FlowPurpose } from './flow-memory.ts';
import { openProvider } from './open-provider.server.ts';
import { redirectAddress } from './redirect-address.server.ts';

/**
 * Remembers in this browser what it is sent to the organisation's provider for. Answers where to send it and
 * the Set-Cookie header; null where the provider is switched off or does not answer as it should.
 */
export async function startFlow(db: TenantDatabase, purpose: FlowPurpose): Promise<{ url: string; cookie: string } | null> {
  const provider = await openProvider(db);
  if (!provider) return null;
  const { client, slug, secondFactorRequired } = provider;
  try {
    const wanted = { redirectUri: redirectAddress(slug), secondFactor: secondFactorRequired };
    const { url, ...begun } = await beginAuthorization(client, wanted);
    const memory: FlowMemory = { ...begun, ...purpose, organisationId: db.organisationId, slug, issuer: client.issuer };
    return { url, cookie: await beginFlow('single-sign-on', { ...memory }) };
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    runtime().log.warn({ organisationId: db.organisationId, fault: error.kind, err: error }, 'a provider for single sign-on cannot be asked');
    return null;
  }
}
