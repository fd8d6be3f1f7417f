import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { organisation } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { systemClock } from './clock.server.ts';
import type { Context } from './context.ts';

/**
 * The context of a command: whoever may run it holds the database anyway, so it may do what an
 * administrator and an API key with write access may, in the one organisation that it names.
 *
 * @throws StartProblem when there is no such organisation.
 */
export async function commandContext(pool: Pool, slug: string, name: string): Promise<Context> {
  const [found] = await globalTransaction(
    pool,
    (tx) =>
      tx.select({ id: organisation.id, name: organisation.name }).from(organisation).where(eq(organisation.slug, slug)),
    { organisationSlug: slug },
  );
  if (!found) throw new StartProblem(`There is no organisation "${slug}": check the spelling of its short name.`);
  return {
    viewer: {
      userId: null,
      name,
      organisationId: found.id,
      organisationName: found.name,
      personId: null,
      grants: [
        { accessRole: 'administrator', teamIds: 'all' },
        { accessRole: 'api-write', teamIds: 'all' },
      ],
    },
    db: tenantDatabase(pool, found.id),
    now: systemClock(),
  };
}
