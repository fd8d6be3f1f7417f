import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/**
 * Makes concurrent writers count these teams one after the other: one advisory lock a team, held until
 * the transaction ends, always taken in the order of the ids. May be taken again in the same transaction.
 */
export async function lockTeams(tx: Tx, organisationId: string, teamIds: readonly string[]): Promise<void> {
  for (const teamId of [...new Set(teamIds)].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/${teamId}`}, 0))`);
  }
}
