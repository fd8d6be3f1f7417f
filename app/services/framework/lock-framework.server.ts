import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/**
 * Holds one framework of an organisation until the transaction ends, whether it exists yet or not:
 * two imports at once read, compare and publish one after the other. May be taken again in the same
 * transaction. Take several in the order of their keys.
 */
export async function lockFramework(tx: Tx, organisationId: string, frameworkKey: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/framework/${frameworkKey}`}, 0))`,
  );
}
