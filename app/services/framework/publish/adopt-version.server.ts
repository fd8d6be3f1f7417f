import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkAdoption } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { refreshExpectations } from './refresh-expectations.server.ts';

/**
 * Has the organisation read its expectations from this version, and brings everybody's expected levels up to
 * it. Runs inside the transaction of whoever authorised and records it.
 */
export async function adoptVersion(tx: Tx, context: Context, frameworkId: string, versionId: string): Promise<void> {
  const organisationId = context.db.organisationId;
  await tx
    .insert(frameworkAdoption)
    .values({ organisationId, frameworkId, versionId, adoptedAt: context.now })
    .onConflictDoUpdate({
      target: [frameworkAdoption.organisationId, frameworkAdoption.frameworkId],
      set: { versionId, adoptedAt: context.now },
    });
  await refreshExpectations(tx, organisationId, frameworkId, todayOf(context));
}
