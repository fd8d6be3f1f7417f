import { eq } from 'drizzle-orm';
import type { ProviderClient } from '#app/platform/oidc/discover-provider.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { identityProvider, organisation } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { providerSecretPurpose } from './provider-secret.ts';

export interface OpenProvider {
  client: ProviderClient;
  label: string;
  slug: string;
  /** Whether the organisation wants everybody to show a second factor. */
  secondFactorRequired: boolean;
  /** Whether an administrator vouches that the provider asks everybody for a second factor. */
  asksSecondFactor: boolean;
}

/**
 * The provider of an organisation with its secret unsealed, to be asked; null while it has none or it is
 * switched off. For the server's own use: nothing of the answer but the label goes to a page.
 */
export async function openProvider(db: TenantDatabase): Promise<OpenProvider | null> {
  const { organisationId } = db;
  const [found] = await db.transaction((tx) =>
    tx
      .select({
        issuer: identityProvider.issuer,
        clientId: identityProvider.clientId,
        sealed: identityProvider.sealedClientSecret,
        label: identityProvider.label,
        enabled: identityProvider.enabled,
        asksSecondFactor: identityProvider.asksSecondFactor,
        slug: organisation.slug,
        secondFactorRequired: organisation.secondFactorRequired,
      })
      .from(identityProvider)
      .innerJoin(organisation, eq(organisation.id, identityProvider.organisationId))
      .where(eq(identityProvider.organisationId, organisationId)),
  );
  if (!found?.enabled) return null;
  const { issuer, clientId, sealed, ...known } = found;
  return { client: { issuer, clientId, clientSecret: unseal(sealed, providerSecretPurpose) }, ...known };
}
