import { and, eq, isNull } from 'drizzle-orm';
import type { OpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The open round that a person takes part in, to be shown; null where there is none, or where they sit it out. Holds nothing:
 * whoever writes asks readOpenRound. Runs in the transaction of whoever may read the person.
 */
export async function readParticipation(tx: Tx, organisationId: string, personId: string): Promise<OpenRound | null> {
  const [found] = await tx
    .select({ cycle, participant: cycleParticipant })
    .from(cycleParticipant)
    .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleParticipant.cycleId)))
    .where(
      and(
        eq(cycleParticipant.organisationId, organisationId),
        eq(cycleParticipant.personId, personId),
        isNull(cycleParticipant.exemptReason),
        eq(cycle.state, 'open'),
      ),
    )
    .limit(1);
  return found ?? null;
}
