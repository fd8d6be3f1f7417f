import { and, desc, eq, inArray } from 'drizzle-orm';
import { carryOwnAdditions } from '#app/domain/framework/own/carry-own-additions.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import { frameworkAlias, frameworkOverlay, frameworkVersion, role, roleFamily, roleLevel, skill, skillSuccession } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ReleaseRow } from './lock-release.server.ts';

const tables = { skill, role, 'role-level': roleLevel, family: roleFamily };

/**
 * Puts back what publishing a release moved: names, aliases, successions, and the additions that were being
 * written. What was written since stays, under the names as they were. Runs inside the transaction of whoever
 * authorised and records it.
 */
export async function undoMoves(tx: Tx, release: ReleaseRow, frameworkId: string, versionIds: string[]): Promise<void> {
  const { organisationId, plan, undo } = release;
  // Of several names that one had since, the oldest is put back last.
  const since = await tx
    .select({ part: frameworkAlias.part, id: frameworkAlias.partId, name: frameworkAlias.name })
    .from(frameworkAlias)
    .innerJoin(frameworkVersion, and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, frameworkAlias.versionId)))
    .where(and(eq(frameworkAlias.organisationId, organisationId), inArray(frameworkAlias.versionId, versionIds)))
    .orderBy(desc(frameworkVersion.publishedAt));
  for (const { part, id, name } of [...since, ...(undo?.names ?? [])]) {
    const table = tables[part];
    await tx.update(table).set({ name }).where(and(eq(table.organisationId, organisationId), eq(table.id, id)));
  }
  await tx.delete(frameworkAlias).where(and(eq(frameworkAlias.organisationId, organisationId), inArray(frameworkAlias.versionId, versionIds)));
  await tx.delete(skillSuccession).where(and(eq(skillSuccession.organisationId, organisationId), inArray(skillSuccession.versionId, versionIds)));
  const own = and(eq(frameworkOverlay.organisationId, organisationId), eq(frameworkOverlay.frameworkId, frameworkId));
  const [draft] = await tx.select().from(frameworkOverlay).where(own).for('update');
  if (!draft) return;
  const published = await tx
    .select({ ownAdditions: frameworkVersion.ownAdditions })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, release.versionId ?? '')));
  const before = undo?.ownAdditions ?? [];
  const known = new Set([...before, ...published.flatMap(({ ownAdditions }) => ownAdditions ?? [])].map(({ id }) => id));
  const written: OwnAddition[] = draft.additions.filter(({ id }) => !known.has(id));
  const additions = [...before, ...carryOwnAdditions(written, backwards(plan?.moves ?? { renamed: [], succeeded: [] }))];
  await tx.update(frameworkOverlay).set({ additions, revision: draft.revision + 1 }).where(own);
}

function backwards({ renamed }: IdentityMoves): IdentityMoves {
  // A role level is named with its role as that is called in the version that is left.
  const nameNow = (roleName: string | null) => renamed.find(({ part, from }) => part === 'role' && from === roleName)?.to ?? roleName;
  return { renamed: renamed.map(({ part, roleName, from, to }) => ({ part, roleName: nameNow(roleName), from: to, to: from })), succeeded: [] };
}
