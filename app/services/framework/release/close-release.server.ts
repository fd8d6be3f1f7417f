import { and, eq } from 'drizzle-orm';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type PlanToPublish, type PublishedPlan, publishPlan } from './publish-plan.server.ts';
import { makeStorableJson } from '#app/platform/files/make-storable-json.server.ts';

/** A release in which nothing is left to decide. */
export interface ReleaseToClose extends PlanToPublish {
  id: string;
}

/**
 * Publishes what a release comes to and closes it: documents are let go, changes are kept. Runs inside the
 * transaction of whoever authorised it, which holds the release and the framework's lock.
 */
export async function closeRelease(tx: Tx, context: Context, release: ReleaseToClose): Promise<PublishedPlan> {
  const organisationId = context.db.organisationId;
  const { id, frameworkKey, plan, adopted } = release;
  const published = await publishPlan(tx, context, release);
  const { versionId, label, isNew, undo } = published;
  await tx
    .update(frameworkRelease)
    .set({
      state: 'published',
      versionId,
      versionBeforeId: adopted?.versionId ?? null,
      undo,
      publishedAt: context.now,
      readings: null,
      changeNotes: null,
      plan: makeStorableJson(withoutFacts(plan)),
    })
    .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, id)));
  await recordAudit(tx, context, {
    action: 'framework.release.publish',
    subjectKind: 'framework-release',
    subjectId: id,
    detail: { framework: frameworkKey, versionId, label, isNew, before: adopted?.versionId ?? null, items: plan.items.length, ...countFacts(plan.facts) },
  });
  return published;
}

/** The version has the facts; the plan keeps what changed, and the scale that names its levels. */
function withoutFacts(plan: ReleasePlan): ReleasePlan {
  return { ...plan, facts: { scale: plan.facts.scale, families: [], roles: [], skills: [] } };
}
