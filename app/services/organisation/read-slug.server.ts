import { eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { organisation } from '#db/schema/index.ts';

/** The short name of the viewer's organisation, as its public pages have it in their address. */
export async function readSlug(context: Context): Promise<string> {
  const [own] = await context.db.transaction((tx) =>
    tx.select({ slug: organisation.slug }).from(organisation).where(eq(organisation.id, context.db.organisationId)),
  );
  return own!.slug;
}
