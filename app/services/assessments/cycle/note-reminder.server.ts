import { cycleReminder } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Notes that a reminder of a round goes out to a user on this ISO day, in the running transaction; false where one is noted already. */
export async function noteReminder(tx: Tx, organisationId: string, { cycleId, userId, sentOn }: { cycleId: string; userId: string; sentOn: string }): Promise<boolean> {
  const noted = await tx.insert(cycleReminder).values({ organisationId, cycleId, userId, sentOn }).onConflictDoNothing().returning({ userId: cycleReminder.userId });
  return noted.length > 0;
}
