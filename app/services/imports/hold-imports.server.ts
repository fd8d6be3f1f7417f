import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/** Makes imports of an organisation be brought in one after the other: each is planned on what the one before has written. */
export async function holdImports(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import/${organisationId}`}, 0))`);
}
