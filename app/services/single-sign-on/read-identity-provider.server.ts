import { and, count, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { externalIdentity, identityProvider, organisation } from '#db/schema/index.ts';
import { redirectAddress } from './redirect-address.server.ts';

/** The provider as its settings page shows it. Its secret is not among this. */
export interface ProviderSettings {
  /** Null while there is none. */
  provider: { issuer: string; clientId: string; label: string; enabled: boolean; asksSecondFactor: boolean; revision: number } | null;
  /** How many members have linked who they are at this issuer. */
  linkedCount: number;
  /** To be registered at the provider. */
  redirectAddress: string;
  /** Where members begin. */
  signInAddress: string;
  slug: string;
}

/** The organisation's provider, for who manages access. Throws 403 for everybody else. */
export async function readIdentityProvider(context: Context): Promise<ProviderSettings> {
  authorise(context, 'manage-access');
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const [own] = await tx.select({ slug: organisation.slug }).from(organisation).where(eq(organisation.id, organisationId));
    const [provider] = await tx
      .select({
        issuer: identityProvider.issuer,
        clientId: identityProvider.clientId,
        label: identityProvider.label,
        enabled: identityProvider.enabled,
        asksSecondFactor: identityProvider.asksSecondFactor,
        revision: identityProvider.revision,
      })
      .from(identityProvider)
      .where(eq(identityProvider.organisationId, organisationId));
    const [linked] = await tx
      .select({ count: count() })
      .from(externalIdentity)
      .where(and(eq(externalIdentity.organisationId, organisationId), eq(externalIdentity.issuer, provider?.issuer ?? '')));
    const slug = own?.slug ?? '';
    return {
      provider: provider ?? null,
      linkedCount: linked?.count ?? 0,
      redirectAddress: redirectAddress(slug),
      signInAddress: `${runtime().origin}/sign-in/organisation/${slug}`,
      slug,
    };
  });
}
