import { beginAuthorization } from '#app/platform/oidc/begin-authorization.server.ts';
import { ProviderFault } from '#app/platform/oidc/provider-fault.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { SealedOtherwise } from '#app/platform/secret/secret-box.server.ts';
import { beginFlow } from '#app/platform/session/sign-in-flow.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import type { FlowMemory, FlowPurpose } from './flow-memory.ts';
import { openProvider } from './open-provider.server.ts';
import { redirectAddress } from './redirect-address.server.ts';

/**
 * Remembers in this browser what it is sent to the organisation's provider for. Answers where to send it and
 * the Set-Cookie header; null where the provider is switched off, does not answer as it should, or has its
 * secret sealed with another key than the server has now. The last two are logged.
 */
export async function startFlow(db: TenantDatabase, purpose: FlowPurpose): Promise<{ url: string; cookie: string } | null> {
  try {
    const provider = await openProvider(db);
    if (!provider) return null;
    const { client, slug, secondFactorRequired } = provider;
    const wanted = { redirectUri: redirectAddress(slug), secondFactor: secondFactorRequired };
    const { url, ...begun } = await beginAuthorization(client, wanted);
    const memory: FlowMemory = { ...begun, ...purpose, organisationId: db.organisationId, slug, issuer: client.issuer };
    return { url, cookie: await beginFlow('single-sign-on', { ...memory }) };
  } catch (error) {
    const { organisationId } = db;
    if (error instanceof SealedOtherwise) runtime().log.error({ organisationId, err: error }, 'the client secret of a provider cannot be opened');
    else if (error instanceof ProviderFault) runtime().log.warn({ organisationId, fault: error.kind, err: error }, 'a provider for single sign-on cannot be asked');
    else throw error;
    return null;
  }
}
