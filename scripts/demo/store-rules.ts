import { randomUUID } from 'node:crypto';
import type { Context } from '#app/platform/context.ts';
import { coverageRule } from '#db/schema/index.ts';
import type { DemoPlan } from '#db/seed/demo/demo-plan.ts';
import type { Tx } from '#db/tenant.ts';
import { type DemoIds, idOf } from './demo-ids.ts';

/** Stores what the service says it needs. */
export async function storeRules(tx: Tx, context: Context, plan: DemoPlan, ids: DemoIds): Promise<void> {
  await tx.insert(coverageRule).values(
    plan.rules.map(({ teamName, skillName, ...rule }) => ({
      organisationId: context.db.organisationId,
      id: randomUUID(),
      teamId: idOf(ids.teamIds, teamName),
      skillId: idOf(ids.skillIds, skillName),
      createdAt: context.now,
      ...rule,
    })),
  );
}
