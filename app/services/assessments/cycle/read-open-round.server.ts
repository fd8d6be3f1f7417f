import { and, eq, isNull } from 'drizzle-orm';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

export interface OpenRound {
  cycle: typeof cycle.$inferSelect;
  participant: typeof cycleParticipant.$inferSelect;
}

/**
 * The open round that a person takes part in, held until the caller's transaction ends; null where there is none, or where they
 * sit it out. Nobody is in two open rounds at once. To be called by whoever has locked the person; where it is not to be held it
 * is only looked at.
 */
export async function readOpenRound(tx: Tx, organisationId: string, personId: string, { isHeld = true } = {}): Promise<OpenRound | null> {
  const found = tx
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
  const [round] = await (isHeld ? found.for('update', { of: cycleParticipant }) : found);
  return round ?? null;
}
