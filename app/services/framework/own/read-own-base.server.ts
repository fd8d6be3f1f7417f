import { and, eq } from 'drizzle-orm';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { framework, frameworkOverlay } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { isFrameworkKey } from '#app/services/framework/is-framework-key.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { readAdoptedRelease, type AdoptedRelease } from '#app/services/framework/release/read-adopted-release.server.ts';

/** A framework with what an organisation adds to it, published and as it is being written. */
export interface OwnBase {
  frameworkId: string;
  frameworkKey: string;
  frameworkName: string;
  adopted: AdoptedRelease;
  /** What the release under the adopted version says, without any addition. */
  base: FrameworkFacts;
  /** Those that the adopted version holds. */
  published: OwnAddition[];
  /** The list as it is being written. */
  additions: OwnAddition[];
  /** Counts the changes of the list; 0 before the first. */
  revision: number;
}

/**
 * What additions to the framework with this key stand on. Runs inside the caller's transaction, who has authorised it.
 * Throws 404 where the organisation has adopted no version of such a framework.
 */
export async function readOwnBase(tx: Tx, organisationId: string, frameworkKey: string): Promise<OwnBase> {
  if (!isFrameworkKey(frameworkKey)) throw notFound();
  const adopted = await readAdoptedRelease(tx, organisationId, frameworkKey);
  if (!adopted) throw notFound();
  const { frameworkId, ownAdditions: published } = adopted;
  const [named] = await tx
    .select({ name: framework.name })
    .from(framework)
    .where(and(eq(framework.organisationId, organisationId), eq(framework.id, frameworkId)));
  const [overlay] = await tx
    .select({ additions: frameworkOverlay.additions, revision: frameworkOverlay.revision })
    .from(frameworkOverlay)
    .where(and(eq(frameworkOverlay.organisationId, organisationId), eq(frameworkOverlay.frameworkId, frameworkId)));
  return {
    frameworkId,
    frameworkKey,
    frameworkName: named?.name ?? '',
    adopted,
    base: await readFrameworkFacts(tx, organisationId, adopted.releaseVersionId),
    published,
    additions: overlay?.additions ?? published,
    revision: overlay?.revision ?? 0,
  };
}
