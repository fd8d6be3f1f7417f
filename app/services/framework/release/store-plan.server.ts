import { and, eq, notInArray } from 'drizzle-orm';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import { frameworkRelease, frameworkReleaseDecision } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { NoticedReading } from '#app/services/framework/import/group-readings.server.ts';
import type { ReleaseRow } from './lock-release.server.ts';
import { makeStorableJson } from '#app/platform/files/make-storable-json.server.ts';
import { workOutRelease } from './work-out-release.server.ts';

/**
 * Works an open release out anew against what is adopted now, and keeps it. Decisions about what is no longer in
 * it, or no longer offered, are dropped. Where the documents now contradict the adopted version, the plan holds
 * the refusals and nothing is kept. Runs inside the transaction of whoever authorised and records it, which holds
 * the release.
 */
export async function storePlan(tx: Tx, release: ReleaseRow, decisions: Readonly<Record<string, ReleaseChoice>>): Promise<ReleasePlan> {
  const { organisationId, id, frameworkKey } = release;
  const readings = (release.readings ?? []) as NoticedReading[];
  let kept = decisions;
  let { plan, adopted } = await workOutRelease(tx, organisationId, { frameworkKey, readings, decisions });
  // It has no items then, and every decision would seem to be about what is no longer in it.
  if (plan.refusals.length > 0) return plan;
  const offered = new Map(plan.items.map((item) => [item.key, item.choices]));
  const standing = Object.entries(decisions).filter(([key, choice]) => offered.get(key)?.includes(choice));
  if (standing.length < Object.keys(decisions).length) {
    kept = Object.fromEntries(standing);
    ({ plan, adopted } = await workOutRelease(tx, organisationId, { frameworkKey, readings, decisions: kept }));
    const ofRelease = and(eq(frameworkReleaseDecision.organisationId, organisationId), eq(frameworkReleaseDecision.releaseId, id));
    await tx.delete(frameworkReleaseDecision).where(and(ofRelease, notInArray(frameworkReleaseDecision.itemKey, Object.keys(kept))));
  }
  await tx
    .update(frameworkRelease)
    .set({ plan: makeStorableJson(plan), comparedVersionId: adopted?.versionId ?? null, revision: release.revision + 1 })
    .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, id)));
  return plan;
}
