import { and, count, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkRelease } from '#db/schema/index.ts';

/** How many releases wait to be decided about and published. Throws 403 where the viewer may not import a framework. */
export async function countOpenReleases(context: Context): Promise<number> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  const [row] = await context.db.transaction((tx) =>
    tx
      .select({ open: count() })
      .from(frameworkRelease)
      .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.state, 'open'))),
  );
  return row?.open ?? 0;
}
