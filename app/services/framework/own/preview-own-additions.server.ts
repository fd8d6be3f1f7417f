import { and, eq, isNull, sql } from 'drizzle-orm';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { compareOwnStates, type OwnStateChanges, type RoleLevelChange } from '#app/domain/framework/own/compare-own-states.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { placement } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { readVersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import { readOwnBase } from './read-own-base.server.ts';

/** What publishing the additions would change, and for how many people. */
export interface OwnPreview extends Omit<OwnStateChanges, 'roleLevels'> {
  /** `people` are those who are placed in the role level today. */
  roleLevels: (RoleLevelChange & { people: number })[];
  /** Placed in any role level that changes. */
  people: number;
}

/**
 * What publishing the additions as they stand would change in what is expected, without storing anything. Tells nobody's
 * level. Throws 404 for an unknown framework, 403 where the viewer may not import one.
 */
export async function previewOwnAdditions(context: Context, frameworkKey: string): Promise<OwnPreview> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { base, adopted, additions } = await readOwnBase(tx, organisationId, frameworkKey);
    const before = await readFrameworkFacts(tx, organisationId, adopted.versionId);
    const changes = compareOwnStates(before, applyOwnAdditions(base, additions).facts);
    const { roles, roleLevels } = await readVersionIdentities(tx, organisationId, adopted.versionId);
    const placed = await countPlaced(tx, organisationId);
    const counted = changes.roleLevels.map((change) => {
      const levels = roleLevels.get(roles.get(nameKey(change.roleName)) ?? '');
      return { ...change, people: placed.get(levels?.get(nameKey(change.roleLevelName)) ?? '') ?? 0 };
    });
    return { ...changes, roleLevels: counted, people: counted.reduce((sum, { people }) => sum + people, 0) };
  });
}

async function countPlaced(tx: Tx, organisationId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ roleLevelId: placement.roleLevelId, people: sql<number>`count(distinct ${placement.personId})::int` })
    .from(placement)
    .where(and(eq(placement.organisationId, organisationId), isNull(placement.endsOn)))
    .groupBy(placement.roleLevelId);
  return new Map(rows.map(({ roleLevelId, people }) => [roleLevelId, people]));
}
