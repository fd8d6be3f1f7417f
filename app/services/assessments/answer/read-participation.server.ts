import { type OpenRound, readOpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The open round that a person takes part in, to be shown; null where there is none, or where they sit it out. Holds nothing:
 * whoever writes asks readOpenRound. Runs in the transaction of whoever may read the person.
 */
export async function readParticipation(tx: Tx, organisationId: string, personId: string): Promise<OpenRound | null> {
  return readOpenRound(tx, organisationId, personId, { isHeld: false });
}
