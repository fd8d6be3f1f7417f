import { randomUUID } from 'node:crypto';
import { objective } from '#db/schema/index.ts';
import type { DemoPlan } from '#db/seed/demo/demo-plan.ts';
import type { Tx } from '#db/tenant.ts';
import { type DemoIds, idOf } from './demo-ids.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Stores what people are to work on, each as if agreed on its day by who said it. */
export async function storeObjectives(tx: Tx, organisationId: string, plan: DemoPlan, ids: DemoIds & { userIds: ReadonlyMap<string, string> }): Promise<void> {
  await tx.insert(objective).values(
    plan.objectives.map(({ personName, skillName, addedByName, addedOn, met, ...said }) => ({
      ...said,
      organisationId,
      id: randomUUID(),
      personId: idOf(ids.personIds, personName),
      skillId: idOf(ids.skillIds, skillName),
      addedByUserId: ids.userIds.get(addedByName) ?? null,
      addedByName,
      addedAt: noon(addedOn),
      ...(met ? { outcome: 'met' as const, endedByUserId: ids.userIds.get(met.endedByName) ?? null, endedByName: met.endedByName, endedAt: noon(met.endedOn) } : {}),
    })),
  );
}
