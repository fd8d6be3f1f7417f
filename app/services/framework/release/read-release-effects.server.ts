import { and, eq } from 'drizzle-orm';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { orderFacts } from '#app/domain/framework/order-facts.ts';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { carryOwnAdditions } from '#app/domain/framework/own/carry-own-additions.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import type { IdentityMoves, ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { readVersionIdentities, type VersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import type { ReleaseRow } from './lock-release.server.ts';
import { readAdoptedRelease } from './read-adopted-release.server.ts';

/** What a release changes, for working out whom it touches. Facts hold the organisation's own additions. */
export interface ReleaseEffects {
  release: Pick<ReleaseRow, 'id' | 'frameworkKey' | 'frameworkName' | 'state'>;
  items: ReleaseItem[];
  moves: IdentityMoves;
  /** Skills, by their new name. */
  meaningChanged: string[];
  /** The version that it follows, with the ids behind its names; null for a first import. */
  before: { versionId: string; facts: FrameworkFacts; ids: VersionIdentities } | null;
  after: FrameworkFacts;
}

/**
 * What an open release would change with the decisions taken so far, compared with what is adopted now; of a
 * published one, what it changed. Throws 404 for an unknown release and for one that says nothing of changes,
 * 403 where the viewer may not import a framework.
 */
export async function readReleaseEffects(context: Context, releaseId: string): Promise<ReleaseEffects> {
  authorise(context, 'import-framework');
  if (!isUuid(releaseId)) throw notFound();
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const [release] = await tx
      .select()
      .from(frameworkRelease)
      .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, releaseId)));
    if (!release?.plan) throw notFound();
    const { id, frameworkKey, frameworkName, state, plan } = release;
    const adopted = await readAdoptedRelease(tx, organisationId, frameworkKey);
    const isOpen = state === 'open';
    const beforeId = isOpen ? (adopted?.versionId ?? null) : release.versionBeforeId;
    const kept = plan.kept.map((content, index): OwnAddition => ({ id: `kept-${index}`, ...content }));
    const additions = [...carryOwnAdditions(adopted?.ownAdditions ?? [], plan.moves), ...kept];
    return {
      release: { id, frameworkKey, frameworkName, state },
      items: plan.items,
      moves: plan.moves,
      meaningChanged: plan.meaningChanged,
      before: beforeId === null ? null : await readVersion(tx, organisationId, beforeId),
      after: isOpen
        ? orderFacts(settleFacts(applyOwnAdditions(plan.facts, additions).facts))
        : await readFrameworkFacts(tx, organisationId, release.versionId ?? ''),
    };
  });
}

async function readVersion(tx: Tx, organisationId: string, versionId: string) {
  const facts = await readFrameworkFacts(tx, organisationId, versionId);
  return { versionId, facts, ids: await readVersionIdentities(tx, organisationId, versionId) };
}
