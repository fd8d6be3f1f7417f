import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { Action } from '#app/domain/access/action.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';

/** What stands around every page of a team. */
export interface TeamFrame {
  id: string;
  name: string;
  isService: boolean;
  crumbs: { label: string; to?: string }[];
  tabs: { to: string; label: string; current?: boolean }[];
}

const pages: { path: string; label: string; action: Action }[] = [
  { path: 'heatmap', label: 'Heatmap', action: 'read-aggregates' },
  { path: 'flags', label: 'Flags', action: 'read-flags' },
  { path: 'coverage', label: 'Coverage', action: 'read-coverage' },
  { path: 'people', label: 'People', action: 'read-people' },
  { path: 'assess', label: 'Assess', action: 'assess-agreed' },
  { path: 'report', label: 'Report', action: 'read-report' },
];

/** The path down to a team and the pages of it that this viewer may open. */
export function teamFrame(
  viewer: Viewer,
  team: { id: string; name: string; path: readonly TeamNode[]; children: readonly TeamNode[] },
  current: 'heatmap' | 'flags' | 'coverage' | 'people' | 'assess' | 'report' | 'edit',
): TeamFrame {
  return {
    id: team.id,
    name: team.name,
    isService: team.children.length > 0,
    crumbs: [
      { label: 'Teams', to: '/teams' },
      ...team.path.map((node) => ({ label: node.name, to: `/teams/${node.id}` })),
      { label: team.name },
    ],
    tabs: pages
      .filter(({ action }) => isPermitted(viewer, action, { teamId: team.id }))
      .map(({ path, label }) => ({ to: `/teams/${team.id}/${path}`, label, current: path === current })),
  };
}
