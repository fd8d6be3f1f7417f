import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/**
 * Lets one transaction at a time decide who is in which open round of the organisation: two that open rounds at once, or take
 * somebody into one, could each find the person free. Held until the transaction ends; taken before any row of a round.
 */
export async function holdRounds(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/rounds`}, 0))`);
}
