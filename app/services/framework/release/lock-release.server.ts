import { and, eq } from 'drizzle-orm';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkRelease, frameworkReleaseDecision } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

export type ReleaseRow = typeof frameworkRelease.$inferSelect;

/** A release that is about to be changed, and what was decided about it. */
export interface LockedRelease {
  release: ReleaseRow;
  /** By the key of the item. */
  decisions: Record<string, ReleaseChoice>;
}

/**
 * Holds a release until the caller's transaction ends: of two who decide, publish or discard, one waits and then
 * finds what the other did. Throws 404 for an unknown one.
 */
export async function lockRelease(tx: Tx, organisationId: string, releaseId: string): Promise<LockedRelease> {
  if (!isUuid(releaseId)) throw notFound();
  const [release] = await tx
    .select()
    .from(frameworkRelease)
    .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, releaseId)))
    .for('update');
  if (!release) throw notFound();
  const rows = await tx
    .select({ itemKey: frameworkReleaseDecision.itemKey, choice: frameworkReleaseDecision.choice })
    .from(frameworkReleaseDecision)
    .where(and(eq(frameworkReleaseDecision.organisationId, organisationId), eq(frameworkReleaseDecision.releaseId, releaseId)));
  return { release, decisions: Object.fromEntries(rows.map(({ itemKey, choice }) => [itemKey, choice])) };
}
