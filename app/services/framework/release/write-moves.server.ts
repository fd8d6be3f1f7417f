import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { IdentityMoves, ReleasePart } from '#app/domain/framework/release/release-item.ts';
import { frameworkAlias, role, roleLevel, skill, skillSuccession } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { VersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import type { FrameworkIds } from '#app/services/framework/publish/write-identities.server.ts';

/** Between which versions things move, and whom their names stand for. */
export interface MovesToWrite {
  frameworkId: string;
  /** The new version. */
  versionId: string;
  before: VersionIdentities;
  after: FrameworkIds;
  moves: IdentityMoves;
}

/** What somebody was called before. */
export interface FormerName {
  part: ReleasePart;
  id: string;
  name: string;
}

const tables = { skill, role, 'role-level': roleLevel };

/**
 * Gives what a release renames its new name and keeps the old one as an alias, and writes down which skills take
 * over what was recorded of others. Answers the names as they were. Runs inside the transaction of whoever
 * authorised and records it.
 */
export async function writeMoves(tx: Tx, organisationId: string, written: MovesToWrite): Promise<FormerName[]> {
  const { frameworkId, versionId, before, after, moves } = written;
  const former: FormerName[] = [];
  for (const { part, roleName, from, to } of moves.renamed) {
    const ids = part === 'skill' ? before.skills : part === 'role' ? before.roles : levelsOf(before, roleName);
    const partId = ids?.get(nameKey(from));
    if (partId === undefined) throw new Error(`The ${part} "${from}" is to be renamed and is not in the version before.`);
    const table = tables[part];
    const own = and(eq(table.organisationId, organisationId), eq(table.id, partId));
    const [known] = await tx.select({ name: table.name }).from(table).where(own);
    former.push({ part, id: partId, name: known?.name ?? from });
    await tx.update(table).set({ name: to }).where(own);
    await tx.insert(frameworkAlias).values({ organisationId, id: randomUUID(), frameworkId, part, partId, name: from, versionId });
  }
  const successions = moves.succeeded.map(({ from, to }) => {
    const [fromSkillId, toSkillId] = [before.skills.get(nameKey(from)), after.skills.get(nameKey(to))];
    if (fromSkillId === undefined || toSkillId === undefined) throw new Error(`"${to}" is to take over "${from}", and one of them is not there.`);
    return { organisationId, fromSkillId, toSkillId, versionId };
  });
  const others = successions.filter(({ fromSkillId, toSkillId }) => fromSkillId !== toSkillId);
  if (others.length > 0) await tx.insert(skillSuccession).values(others).onConflictDoNothing();
  return former;
}

function levelsOf({ roles, roleLevels }: VersionIdentities, roleName: string | null): Map<string, string> | undefined {
  const roleId = roles.get(nameKey(roleName ?? ''));
  return roleId === undefined ? undefined : roleLevels.get(roleId);
}
