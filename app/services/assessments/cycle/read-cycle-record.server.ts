import { and, eq } from 'drizzle-orm';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { cycle } from '#db/schema/index.ts';

export type CycleRow = typeof cycle.$inferSelect;

/** A round as it is stored, with the teams whose people it is about. */
export interface CycleRecord {
  cycle: CycleRow;
  /** Null: the whole organisation. */
  teamName: string | null;
  /** The team of the round and those under it, or every team. */
  scopeIds: string[];
  tree: TeamNode[];
}

/**
 * A round of the viewer's organisation; throws 404 for any other id. Asks no permission: the caller authorises what it does.
 * With `holds` the round stays as it is until the caller's transaction ends; assessments that name it are not kept waiting.
 */
export async function readCycleRecord(context: Context, cycleId: string, { holds = false } = {}): Promise<CycleRecord> {
  if (!isUuid(cycleId)) throw notFound();
  const organisationId = context.db.organisationId;
  const [found] = await context.db.transaction((tx) => {
    const query = tx.select().from(cycle).where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
    return holds ? query.for('no key update') : query;
  });
  if (!found) throw notFound();
  const tree = await readTeamTree(context.db);
  return {
    cycle: found,
    teamName: tree.find(({ id }) => id === found.teamId)?.name ?? null,
    scopeIds: found.teamId === null ? tree.map(({ id }) => id) : subtreeOf(tree, found.teamId),
    tree,
  };
}
