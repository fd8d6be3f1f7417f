import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readTeamTree } from './read-team-tree.server.ts';

/** A team in its place. */
export interface TeamPlace {
  id: string;
  name: string;
  parentId: string | null;
  /** From the top of the tree down to the team's parent. */
  path: TeamNode[];
  /** The teams directly under it, by name. */
  children: TeamNode[];
  /** The team and every team under it. */
  subtreeIds: string[];
  tree: TeamNode[];
}

/**
 * A team of the viewer's organisation with its path and subtree; throws 404 for any other id.
 * Asks no permission: the caller authorises the action it needs on this team.
 */
export async function readTeam(context: Context, teamId: string): Promise<TeamPlace> {
  const tree = await readTeamTree(context.db);
  const found = tree.find((team) => team.id === teamId);
  if (!found) throw notFound();
  const path: TeamNode[] = [];
  for (let above = found.parentId; above !== null && path.length < tree.length; ) {
    const parent = tree.find((team) => team.id === above);
    if (!parent) break;
    path.unshift(parent);
    above = parent.parentId;
  }
  return {
    id: found.id,
    name: found.name,
    parentId: found.parentId,
    path,
    children: tree.filter((team) => team.parentId === found.id),
    subtreeIds: subtreeOf(tree, found.id),
    tree,
  };
}
