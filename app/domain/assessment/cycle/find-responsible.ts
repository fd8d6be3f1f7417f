import type { AccessRole } from '#app/domain/access/access-role.ts';
import type { Action } from '#app/domain/access/action.ts';
import { permissionTable } from '#app/domain/access/permission-table.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';

/** Somebody who can sign in, and what they were granted. */
export interface GrantHolder {
  userId: string;
  name: string;
  /** The person they are in the organisation; null where they are none. */
  personId: string | null;
  /** A null team is the whole organisation; a null role is every role. */
  grants: readonly { accessRole: AccessRole; teamId: string | null; roleId: string | null }[];
}

/** Whom the responsible ones are sought for: a person, or a team with nobody in it. */
export interface ResponsibleFor {
  personId: string | null;
  teamId: string | null;
  roleId: string | null;
}

/**
 * Who holds an action over somebody in their line of teams, and is thus waited for: those whose grant stands nearest above, and
 * of moderation the moderators before the heads, who decide where nobody is one. Never the person themself. Empty where nobody
 * can. What an administrator may do everywhere is nobody's line, and is left out.
 */
export function findResponsible(
  holders: readonly GrantHolder[],
  action: Action,
  { personId, teamId, roleId }: ResponsibleFor,
  tree: readonly TeamNode[],
): GrantHolder[] {
  const distances = new Map<string | null, number>();
  const parents = new Map(tree.map((node) => [node.id, node.parentId]));
  for (let at = teamId; at !== null && !distances.has(at); at = parents.get(at) ?? null) distances.set(at, distances.size);
  // The whole organisation stands above every team.
  distances.set(null, tree.length + 1);
  const nearest = new Map<GrantHolder, number>();
  for (const holder of holders) {
    if (personId !== null && holder.personId === personId) continue;
    for (const grant of holder.grants) {
      const distance = distances.get(grant.teamId);
      if (distance === undefined || permissionTable[grant.accessRole][action] !== 'subtree') continue;
      if (grant.roleId !== null && grant.roleId !== roleId) continue;
      const isSecond = action === 'moderate-levels' && grant.accessRole !== 'moderator';
      const rank = distance + (isSecond ? tree.length + 2 : 0);
      nearest.set(holder, Math.min(rank, nearest.get(holder) ?? rank));
    }
  }
  const least = Math.min(...nearest.values());
  return [...nearest].filter(([, rank]) => rank === least).map(([holder]) => holder);
}
