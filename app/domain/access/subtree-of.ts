import type { TeamNode } from './team-tree.ts';

/**
 * The ids of a team and of every team under it, the team itself first, siblings by name.
 * An id that is not in the list gives an empty answer. A loop in the list ends at its first repetition.
 */
export function subtreeOf(teams: readonly TeamNode[], teamId: string): string[] {
  const children = new Map<string | null, TeamNode[]>();
  for (const team of teams) {
    const siblings = children.get(team.parentId);
    if (siblings) siblings.push(team);
    else children.set(team.parentId, [team]);
  }
  const root = teams.find((team) => team.id === teamId);
  const found = new Set<string>();
  const visit = (team: TeamNode) => {
    if (found.has(team.id)) return;
    found.add(team.id);
    const below = [...(children.get(team.id) ?? [])];
    below.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
    for (const child of below) visit(child);
  };
  if (root) visit(root);
  return [...found];
}
