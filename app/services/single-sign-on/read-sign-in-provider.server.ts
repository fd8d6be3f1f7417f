import { and, eq } from 'drizzle-orm';
import { runtime } from '#app/platform/runtime.server.ts';
import { identityProvider, organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';

/** Where members of an organisation can sign in without a password of ours. */
export interface SignInProvider {
  organisationId: string;
  slug: string;
  /** What the organisation's people call it. */
  label: string;
}

/**
 * The provider of the organisation of this short name, for whoever is not signed in yet. Null for an unknown
 * name, and just the same where the organisation has no provider or has switched it off.
 */
export async function readSignInProvider(slug: string): Promise<SignInProvider | null> {
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return null;
  const { pool } = runtime();
  const [known] = await globalTransaction(
    pool,
    (tx) => tx.select({ organisationId: organisation.id }).from(organisation).where(eq(organisation.slug, slug)),
    { organisationSlug: slug },
  );
  // An unknown name costs the same two transactions.
  const { organisationId } = known ?? { organisationId: '00000000-0000-0000-0000-000000000000' };
  const [provider] = await tenantDatabase(pool, organisationId).transaction((tx) =>
    tx
      .select({ label: identityProvider.label })
      .from(identityProvider)
      .where(and(eq(identityProvider.organisationId, organisationId), eq(identityProvider.enabled, true))),
  );
  return known && provider ? { organisationId, slug, label: provider.label } : null;
}
