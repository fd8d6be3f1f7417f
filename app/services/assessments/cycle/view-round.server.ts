import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import type { CycleRow } from './read-cycle-record.server.ts';
import type { RoundMember } from './read-round-people.server.ts';

/**
 * What somebody sees of a round: the people whose progress they may read; all of them where they run it. The round itself is
 * theirs to see where it is about one of these, or about a team of theirs.
 */
export function viewRound(viewer: Viewer, cycle: CycleRow, tree: readonly TeamNode[], people: readonly RoundMember[]): { people: RoundMember[]; isVisible: boolean } {
  if (isPermitted(viewer, 'run-cycles', { teamId: cycle.teamId })) return { people: [...people], isVisible: true };
  const seen = people.filter(({ id, teamId, roleId }) => isPermitted(viewer, 'read-cycles', { personId: id, teamId, roleId }));
  const scope = cycle.teamId === null ? tree.map(({ id }) => id) : subtreeOf(tree, cycle.teamId);
  const isTheirs = scope.some((teamId) => isPermitted(viewer, 'read-cycles', { teamId }));
  return { people: seen, isVisible: seen.length > 0 || isTheirs };
}
