import { randomUUID } from 'node:crypto';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import type { TestOrganisation } from './organisation.ts';

/** An open round of these people, in April to June 2026, that hides the voices; answers its id. */
export async function insertOpenRound(
  organisation: TestOrganisation,
  personIds: readonly string[],
  change: Partial<typeof cycle.$inferInsert> = {},
): Promise<string> {
  const { db, now } = await organisation.as('administrator');
  const id = randomUUID();
  await db.transaction(async (tx) => {
    await tx.insert(cycle).values({
      organisationId: organisation.id,
      id,
      name: `Round ${organisation.canary}`,
      state: 'open',
      opensOn: '2026-04-01',
      closesOn: '2026-06-30',
      selfDueOn: '2026-06-10',
      managerDueOn: '2026-06-15',
      conversationDueOn: '2026-06-25',
      openedAt: now,
      ...change,
    });
    for (const personId of personIds) await tx.insert(cycleParticipant).values({ organisationId: organisation.id, cycleId: id, personId });
  });
  return id;
}
